/** Shows what holds every word that is searched for; everything is there without it. */
export const PAGE_SCRIPT = `
const search = document.getElementById('search');
const shown = document.getElementById('shown');
const entries = [...document.querySelectorAll('[data-entry]')];
const texts = entries.map((entry) => entry.textContent.toLowerCase());
function filter() {
  const words = search.value.toLowerCase().split(/\\s+/).filter(Boolean);
  let number = 0;
  entries.forEach((entry, index) => {
    entry.hidden = !words.every((word) => texts[index].includes(word));
    if (!entry.hidden) number += 1;
  });
  shown.textContent = number + ' of ' + entries.length + ' shown';
}
search.addEventListener('input', filter);
search.parentElement.hidden = false;
filter();
`;
