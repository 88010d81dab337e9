// The reader's list without an account: the address carries it, and this browser may remember it (local storage, no cookie).
// Everything works without this script; it only saves steps.
const key = 'zukunftswerkstatt.bookmarks';
const most = 50;

const read = () => {
  try {
    const ids = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(ids) ? ids.filter(id => /^[0-9a-z]{26}$/.test(id)).slice(0, most) : [];
  } catch {
    return []; // No storage, or somebody else's text in it: the list is simply empty.
  }
};

const write = ids => {
  try {
    if (ids.length === 0) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(ids.slice(0, most)));
    return true;
  } catch {
    return false;
  }
};

const address = (path, ids) => ids.length === 0 ? path : `${path}?${ids.map(id => `id=${id}`).join('&')}`;

const link = document.querySelector('[data-bookmarks]');
const showCount = () => {
  if (!link) return;
  const ids = read();
  link.href = address(link.dataset.bookmarks, ids);
  link.querySelector('[data-count]').textContent = ids.length === 0 ? '' : ` (${ids.length})`;
};

// „Merken“ becomes a switch.
for (const anchor of document.querySelectorAll('a[data-bookmark]')) {
  const id = anchor.dataset.bookmark.toLowerCase();
  const button = document.createElement('button');
  button.type = 'button';
  button.className = anchor.className;
  button.innerHTML = anchor.innerHTML;
  const word = button.querySelector('[data-word]');
  const show = () => {
    const kept = read().includes(id);
    button.setAttribute('aria-pressed', kept);
    word.textContent = kept ? anchor.dataset.kept : anchor.dataset.keep;
  };
  button.addEventListener('click', () => {
    const ids = read();
    if (!write(ids.includes(id) ? ids.filter(other => other !== id) : [...ids, id])) location.href = anchor.href;
    show();
    showCount();
  });
  show();
  anchor.replaceWith(button);
}

const page = document.querySelector('[data-list-page]');
if (page) {
  const shown = new URLSearchParams(location.search).getAll('id').map(id => id.toLowerCase());
  const words = page.dataset;
  const status = page.querySelector('[data-list-status]');
  if (shown.length === 0 && read().length > 0 && !location.search) location.replace(address(location.pathname, read()));

  const add = (text, act) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'button';
    button.textContent = text;
    button.addEventListener('click', act);
    page.querySelector('[data-list-actions]').append(button);
  };
  if (shown.length > 0) {
    add(words.copy, async () => {
      await navigator.clipboard.writeText(location.href);
      status.textContent = words.copied;
    });
    add(words.keep, () => {
      if (write(shown)) status.textContent = words.kept;
      showCount();
    });
  }
  if (read().length > 0) {
    add(words.forget, () => {
      write([]);
      status.textContent = words.forgotten;
      showCount();
    });
  }
  for (const remove of page.querySelectorAll('[data-remove]')) {
    remove.addEventListener('click', () => write(read().filter(id => id !== remove.dataset.remove)));
  }
}

showCount();
