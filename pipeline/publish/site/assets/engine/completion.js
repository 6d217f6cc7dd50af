// Completes names of our vocabularies in the editor, by keyboard and by pointer.

/**
 * @typedef {{ name: string, note: string, count: number }} Candidate
 * @typedef {{ load: () => Promise<Candidate[]>, label: string, announce: (count: number) => void }} Options
 */

const most = 12;

/**
 * A list of suggestions below the caret of an editor, as the ARIA practices have it for a combobox: the focus stays in the editor,
 * arrows choose, Enter takes, Escape closes, and Tab goes on as everywhere.
 * @param {HTMLTextAreaElement} editor @param {Options} options
 */
export function completeIn(editor, { load, label, announce }) {
  const list = document.createElement('div');
  list.id = 'suggestions';
  list.className = 'suggestions';
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', label);
  list.hidden = true;
  editor.after(list);
  editor.setAttribute('aria-autocomplete', 'list');
  editor.setAttribute('aria-haspopup', 'listbox');

  /** @type {Candidate[]} */
  let shown = [];
  let active = -1;

  const close = () => {
    list.hidden = true;
    shown = [];
    editor.removeAttribute('aria-controls');
    editor.removeAttribute('aria-activedescendant');
  };

  /** @param {number} index */
  const choose = (index) => {
    active = index;
    for (const [at, option] of [...list.children].entries())
      option.setAttribute('aria-selected', String(at === index));
    const option = list.children[index];
    if (option === undefined) return editor.removeAttribute('aria-activedescendant');
    editor.setAttribute('aria-activedescendant', option.id);
    option.scrollIntoView({ block: 'nearest' });
  };

  /** @param {boolean} isWanted Did the person ask for it? */
  const open = async (isWanted) => {
    const start = wordBefore(editor);
    if (start === undefined || (!isWanted && start.length < 2)) return close();
    const all = await load();
    if (wordBefore(editor) !== start || document.activeElement !== editor) return;
    shown = matching(all, start).slice(0, most);
    if (shown.length === 0) return close();
    list.replaceChildren(...shown.map(optionOf));
    list.hidden = false;
    place(list, editor);
    editor.setAttribute('aria-controls', list.id);
    choose(isWanted ? 0 : -1);
    announce(shown.length);
  };

  /** @param {Candidate | undefined} candidate */
  const take = (candidate) => {
    const start = wordBefore(editor);
    close();
    if (candidate === undefined || start === undefined) return;
    editor.setSelectionRange(editor.selectionStart - start.length, editor.selectionStart);
    // The one way to change a text so that the person can undo it.
    if (!document.execCommand('insertText', false, candidate.name)) {
      editor.setRangeText(candidate.name, editor.selectionStart, editor.selectionEnd, 'end');
      editor.dispatchEvent(new Event('input', { bubbles: true }));
    }
  };

  editor.addEventListener('input', () => void open(false));
  editor.addEventListener('blur', close);
  editor.addEventListener('click', close);
  editor.addEventListener('keydown', (event) => {
    if (event.key === ' ' && event.ctrlKey) {
      event.preventDefault();
      void open(true);
      return;
    }
    if (list.hidden) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      const next = active < 0 ? (step > 0 ? 0 : shown.length - 1) : active + step;
      choose((next + shown.length) % shown.length);
    } else if (event.key === 'Enter' && active >= 0 && !event.ctrlKey) {
      event.preventDefault();
      take(shown[active]);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      close();
    } else if (/^(?:Tab|Enter|Home|End|ArrowLeft|ArrowRight|Page.*)$/.test(event.key)) close();
  });
  // The focus is not to leave the editor.
  list.addEventListener('pointerdown', (event) => event.preventDefault());
  list.addEventListener('click', ({ target }) => {
    const option = target instanceof Element ? target.closest('[role=option]') : null;
    if (option) take(shown[[...list.children].indexOf(option)]);
  });
}

/** What of a name stands before the caret; undefined in a text, an IRI, a comment or a variable. @param {HTMLTextAreaElement} editor */
function wordBefore({ value, selectionStart, selectionEnd }) {
  if (selectionStart !== selectionEnd) return undefined;
  const line = value.slice(value.lastIndexOf('\n', selectionStart - 1) + 1, selectionStart);
  const outside = line.replace(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|<[^<>\s]*>/g, '');
  if (/["'#]|<[^\s<>]*$/.test(outside)) return undefined;
  const found = /(?:^|[^\w:?$@.-])([A-Za-z][\w-]*(?::[\w-]*)?|)$/.exec(outside);
  return found?.[1];
}

/** @param {Candidate[]} all @param {string} start */
function matching(all, start) {
  const wanted = start.toLowerCase();
  return all.filter(({ name }) => {
    const lower = name.toLowerCase();
    const isStart = lower.startsWith(wanted) || lower.slice(lower.indexOf(':') + 1).startsWith(wanted);
    return isStart && lower !== wanted;
  });
}

/** @param {Candidate} candidate @param {number} index */
function optionOf({ name, note }, index) {
  const option = document.createElement('div');
  option.id = `suggestion-${index}`;
  option.setAttribute('role', 'option');
  const code = document.createElement('code');
  code.textContent = name;
  const said = document.createElement('span');
  said.textContent = note;
  option.append(code, said);
  return option;
}

/** Below the line of the caret. @param {HTMLElement} list @param {HTMLTextAreaElement} editor */
function place(list, editor) {
  const style = getComputedStyle(editor);
  const copy = document.createElement('div');
  for (const name of ['font', 'padding', 'border', 'letter-spacing', 'tab-size'])
    copy.style.setProperty(name, style.getPropertyValue(name));
  copy.className = 'measure';
  copy.style.width = `${editor.clientWidth}px`;
  const caret = document.createElement('span');
  caret.textContent = '\u200b';
  copy.append(editor.value.slice(0, editor.selectionStart), caret);
  editor.after(copy);
  const bottom = caret.offsetTop + caret.offsetHeight - editor.scrollTop;
  const left = caret.offsetLeft;
  copy.remove();
  list.style.top = `${editor.offsetTop + Math.min(bottom, editor.offsetHeight) + 4}px`;
  const room = editor.offsetWidth - list.offsetWidth;
  list.style.left = `${editor.offsetLeft + Math.max(0, Math.min(left, room))}px`;
}
