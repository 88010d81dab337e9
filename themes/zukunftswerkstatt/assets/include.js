// <div data-include="/address#id">: what has the id on that page takes the place of the link in here once the reader comes near.
// Without this script, or when the page does not come, the link stays.
const include = async place => {
  const [address, id] = place.dataset.include.split('#');
  try {
    const answer = await fetch(address);
    if (!answer.ok) return;
    const found = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById(id);
    if (found) place.replaceChildren(...document.importNode(found, true).childNodes);
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
