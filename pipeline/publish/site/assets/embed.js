// Puts the lab's list of publications where this script stands in another page:
// <script src="…/embed.js" data-lang="fr" data-limit="10" async></script>
(() => {
  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const { lang, limit } = script.dataset;
  const own = script.dataset.own;
  const file = lang && lang !== own ? `embed.${lang}.html` : 'embed.html';
  fetch(new URL(file, script.src))
    .then((answer) =>
      answer.ok ? answer.text() : fetch(new URL('embed.html', script.src)).then((other) => other.text()),
    )
    .then((text) => {
      const list = new DOMParser().parseFromString(text, 'text/html').body;
      const items = list.querySelectorAll('li');
      const most = Number(limit);
      if (most > 0) for (const item of [...items].slice(most)) item.remove();
      script.after(...list.children);
    })
    .catch(() => {
      const link = document.createElement('a');
      link.href = new URL('index.html', script.src).href;
      link.textContent = link.href;
      script.after(link);
    });
})();
