// <form data-suggestions="/address" data-label="…"> with one search field: while somebody types, what they may mean is listed below the field.
// An editable combobox with list autocomplete after the ARIA Authoring Practices. Without this script the form is a plain form.
const pause = 120; // Milliseconds without a key before the server is asked.
const kept = 50; // Answers remembered for somebody who deletes and types again.
let fields = 0;

const element = (name, attributes, ...children) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value !== undefined) made.setAttribute(key, value);
  made.append(...children);
  return made;
};

const suggest = form => {
  const field = form.querySelector('input[type=search]');
  const id = `suggestions-${++fields}`;
  const list = element('div', { id, class: 'suggestions no-print', role: 'listbox', 'aria-label': form.dataset.label, hidden: '' });
  const status = element('p', { class: 'visually-hidden', role: 'status' });
  form.append(list, status);
  for (const [key, value] of Object.entries({ role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': id })) field.setAttribute(key, value);

  const answers = new Map();
  let options = [];
  let active = -1;
  let waiting = 0;
  let turn = 0; // Raised by whatever makes an answer that is still under way too late.

  const choose = index => {
    options[active]?.setAttribute('aria-selected', 'false');
    active = index;
    const option = options[active];
    if (!option) {
      field.removeAttribute('aria-activedescendant');
      return;
    }
    option.setAttribute('aria-selected', 'true');
    field.setAttribute('aria-activedescendant', option.id);
    option.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  };

  const close = () => {
    clearTimeout(waiting);
    turn++;
    choose(-1);
    list.hidden = true;
    field.setAttribute('aria-expanded', 'false');
    status.textContent = '';
  };

  const show = ({ status: said, groups }) => {
    choose(-1);
    options = [];
    list.replaceChildren(...groups.map((group, g) => {
      const head = `${id}-${g}`;
      return element('div', { role: 'group', 'aria-labelledby': head },
        element('div', { id: head, class: 'suggestion-head', role: 'presentation' }, group.label),
        ...group.items.map(item => {
          const option = element('div', { id: `${id}-option-${options.length}`, class: 'suggestion', role: 'option', 'aria-selected': 'false' },
            element('span', { lang: item.lang }, item.text),
            ...(item.detail ? [' ', element('small', {}, item.detail)] : []));
          option.dataset.href = item.href;
          options.push(option);
          return option;
        }));
    }));
    list.hidden = options.length === 0;
    field.setAttribute('aria-expanded', String(options.length > 0));
    status.textContent = said;
  };

  const ask = async () => {
    const text = field.value.trim();
    if (text.length < 2) return close();
    const asked = ++turn;
    try {
      let answer = answers.get(text);
      if (!answer) {
        const response = await fetch(`${form.dataset.suggestions}?q=${encodeURIComponent(text)}`);
        if (!response.ok) return;
        answer = await response.json();
        if (answers.size >= kept) answers.delete(answers.keys().next().value);
        answers.set(text, answer);
      }
      if (asked === turn) show(answer);
    } catch {
      // No answer: whoever types can still send the form.
    }
  };

  const later = () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, pause);
  };

  const keys = {
    ArrowDown: () => list.hidden ? ask() : choose(active + 1 < options.length ? active + 1 : -1),
    ArrowUp: () => list.hidden ? ask() : choose(active < 0 ? options.length - 1 : active - 1),
    Home: () => choose(0),
    End: () => choose(options.length - 1),
    Enter: () => { location.href = options[active].dataset.href; },
  };

  field.addEventListener('input', later);
  field.addEventListener('keydown', event => {
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (event.key === 'Escape' && !list.hidden) {
      close(); // The first Escape closes the list, the next empties the field as browsers do.
      event.preventDefault();
    } else if (event.key in keys && (event.key.startsWith('Arrow') || active >= 0)) {
      keys[event.key]();
      event.preventDefault();
    } else if (active >= 0 && (event.key === 'ArrowLeft' || event.key === 'ArrowRight')) {
      choose(-1); // Back to the text.
    }
  });
  field.addEventListener('blur', close);
  form.addEventListener('submit', close);
  // The field must not lose the focus to the list before the click arrives.
  list.addEventListener('pointerdown', event => { if (event.pointerType === 'mouse') event.preventDefault(); });
  list.addEventListener('mousedown', event => event.preventDefault());
  list.addEventListener('click', event => {
    const option = event.target.closest('.suggestion');
    if (option) location.href = option.dataset.href;
  });
};

// Nothing is set up before somebody comes to the field: most readers never do, and every page has one.
const begin = field => {
  if (field?.matches('form[data-suggestions] input[type=search]:not([role=combobox])')) suggest(field.form);
};
document.addEventListener('focusin', event => begin(event.target));
begin(document.activeElement);
