/**
 * Runs within the page, in each of its frames: finds the input, the button that opens the chat, and reads what stands
 * there as blocks of text in reading order, through open shadow roots. Plain JavaScript, because its text is sent to
 * the browser; a function may use nothing from outside itself.
 */

/** `request.want`: "blocks", "input" or "launcher". Elements are answered as such, blocks as data. */
export function lookAtPage(request) {
  const BUSY =
    '[class*="typing" i], [class*="loading" i], [class*="spinner" i], [class*="loader" i], [class*="dots" i], [aria-busy="true"], [data-testid*="typing" i]';
  const CHAT = /chat|message|ask|help|support|assistant|संदेश|पूछ|मदद|सहायता|चैट/i;
  const NOT_SPOKEN =
    'script, style, noscript, template, textarea, input, select, option, button, [role="button"], [role="textbox"], [contenteditable]:not([contenteditable="false"]), time, iframe, svg, title';
  const SHORT = 40;
  const MOST = 2 * 1024 * 1024;

  const isVisible = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const parentOf = (node) => node.assignedSlot ?? node.parentElement ?? node.getRootNode().host ?? null;
  const words = (element) =>
    ['id', 'class', 'name', 'placeholder', 'aria-label', 'title', 'data-testid', 'aria-placeholder', 'data-placeholder']
      .map((name) => element.getAttribute(name) ?? '')
      .join(' ');

  function childrenOf(node) {
    if (node.shadowRoot) return node.shadowRoot.childNodes;
    if (node.localName === 'slot' && node.assignedNodes().length > 0) return node.assignedNodes({ flatten: true });
    return node.childNodes;
  }

  function* elementsIn(root) {
    for (const child of childrenOf(root)) {
      if (child.nodeType !== Node.ELEMENT_NODE) continue;
      yield child;
      yield* elementsIn(child);
    }
  }

  function firstOf(selector, isFit) {
    for (const element of elementsIn(document)) if (element.matches(selector) && isFit(element)) return element;
    return null;
  }

  function findInput() {
    if (request.selector) return firstOf(request.selector, isVisible);
    const fields =
      'textarea, input:not([type]), input[type="text"], [contenteditable=""], [contenteditable="true"], [contenteditable="plaintext-only"], [role="textbox"]';
    let best = null;
    for (const element of elementsIn(document)) {
      if (!element.matches(fields) || element.disabled || element.readOnly || !isVisible(element)) continue;
      const { width, height, bottom } = element.getBoundingClientRect();
      if (width < 20 || height < 8) continue;
      const text = words(element);
      const score =
        (CHAT.test(text) || /type|write|लिख/i.test(text) ? 4 : 0) +
        (element.localName === 'input' ? 0 : 1) +
        (/search|e-?mail|phone|coupon|pin ?code|खोज/i.test(text) ? -4 : 0) +
        Math.min(1, Math.max(0, bottom / innerHeight));
      if (best === null || score > best.score) best = { element, score };
    }
    return best !== null && best.score >= 0 ? best.element : null;
  }

  function findLauncher() {
    return firstOf('button, [role="button"], a[href="#"], [onclick]', (element) => {
      const label = `${words(element)} ${element.textContent.trim().slice(0, 60)}`;
      return isVisible(element) && CHAT.test(label) && !/close|cookie|whatsapp/i.test(label);
    });
  }

  /** The nearest ancestor that is laid out as a box of its own. */
  function boxOf(element) {
    for (let at = element; at !== null; at = parentOf(at)) {
      const { display } = getComputedStyle(at);
      if (display !== 'contents' && !display.startsWith('inline')) return at;
    }
    return document.body;
  }

  function isUnseen(box) {
    const { width, height } = box.getBoundingClientRect();
    return width <= 1 || height <= 1;
  }

  function isBusy(element) {
    for (let at = element, up = 0; at !== null && up < 4; at = parentOf(at), up += 1) {
      if (at.matches(BUSY) || (request.typing && at.matches(request.typing))) return true;
    }
    return false;
  }

  function readBlocks() {
    const blocks = [];
    let box = null;
    let size = 0;
    const add = (parent, text) => {
      const own = boxOf(parent);
      if (own !== box || blocks.length === 0) blocks.push({ text: '', element: parent });
      box = own;
      blocks.at(-1).text += text;
      size += text.length;
    };
    const walk = (node) => {
      for (const child of childrenOf(node)) {
        if (size > MOST) return;
        if (child.nodeType === Node.TEXT_NODE) {
          const parent = parentOf(child);
          if (parent === null || child.data === '' || !isVisible(parent) || isUnseen(boxOf(parent))) continue;
          const keepsSpace = getComputedStyle(parent).whiteSpace.startsWith('pre');
          const text = keepsSpace ? child.data : child.data.replace(/[ \t\r\n\f]+/g, ' ');
          if (text.trim() !== '' || box === boxOf(parent)) add(parent, text);
        } else if (child.nodeType === Node.ELEMENT_NODE) {
          if (child.localName === 'br' && blocks.length > 0) blocks.at(-1).text += '\n';
          else if (!child.matches(NOT_SPOKEN)) walk(child);
        }
      }
    };
    if (request.selector) {
      for (const element of elementsIn(document)) {
        if (!element.matches(request.selector) || !isVisible(element)) continue;
        const from = blocks.length;
        box = null;
        walk(element);
        const text = blocks
          .splice(from)
          .map((block) => block.text.trim())
          .join('\n');
        blocks.push({ text, element });
      }
    } else if (document.body) walk(document.body);
    return {
      blocks: blocks
        .map(({ text, element }) => ({ text: text.trim(), isTyping: text.length <= SHORT && isBusy(element) }))
        .filter(({ text }) => text !== ''),
      busy: countBusy(),
      isTooLarge: size > MOST,
    };
  }

  /** Signs that something is under way: dots and the like, that hold no text of an answer. */
  function countBusy() {
    let count = 0;
    for (const element of elementsIn(document)) {
      const isSign = element.matches(BUSY) || (request.typing && element.matches(request.typing));
      if (isSign && element.textContent.trim().length <= SHORT && isVisible(element)) count += 1;
    }
    return count;
  }

  if (request.want === 'input') return findInput();
  return request.want === 'launcher' ? findLauncher() : readBlocks();
}

/** The button that sends what stands in this input; null when none can be told. */
export function findSendButton(input) {
  const parentOf = (node) => node.assignedSlot ?? node.parentElement ?? node.getRootNode().host ?? null;
  const words = (element) =>
    ['id', 'class', 'aria-label', 'title', 'data-testid', 'value', 'type']
      .map((name) => element.getAttribute(name) ?? '')
      .join(' ');
  const buttonsIn = (root) => [...root.querySelectorAll('button, [role="button"], input[type="submit"]')];
  for (let at = parentOf(input), up = 0; at !== null && up < 6; at = parentOf(at), up += 1) {
    const roots = at.shadowRoot ? [at, at.shadowRoot] : [at];
    const found = roots
      .flatMap(buttonsIn)
      .filter((button) => button.checkVisibility() && !button.disabled)
      .find((button) => /send|submit|भेज|ask/i.test(`${words(button)} ${button.textContent}`));
    if (found) return found;
  }
  return null;
}

/** What stands in an input now. */
export function textIn(input) {
  return 'value' in input ? input.value : input.textContent;
}
