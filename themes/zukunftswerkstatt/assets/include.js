// <div data-include="/address#id">: what has the id on that page takes the place of the link in here once the reader comes near.
// Without this script, or when the page does not come, the link stays.
const include = async place => {
  const [address, id] = place.dataset.include.split('#');
  try {
    const answer = await fetch(address);
    if (!answer.ok) return;
    const found = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById(id);
    // Who stands on the link keeps it; who stands farther down must not have the ground pushed away.
    const focused = document.activeElement;
    if (!found || place.contains(focused)) return;
    const { top, bottom } = focused.getBoundingClientRect();
    place.replaceChildren(...document.importNode(found, true).childNodes);
    if (focused !== document.body && top >= 0 && bottom <= innerHeight) {
      const stay = () => focused.scrollIntoView({ block: 'nearest', behavior: 'instant' });
      stay();
      requestAnimationFrame(stay); // The browser's own correction of the scroll position comes in between.
    }
  } catch {
    // The link stays.
  }
};

const near = new IntersectionObserver(entries => {
  for (const entry of entries) {
    if (!entry.isIntersecting) continue;
    near.unobserve(entry.target);
    include(entry.target);
  }
}, { rootMargin: '600px' });
for (const place of document.querySelectorAll('[data-include]')) near.observe(place);
