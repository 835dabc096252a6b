/** For tests: two chat widgets of different make, on pages as shops have them, with the answers of a bot of ours. */
import { type LoopbackServer, serveHttp } from '../loopback-server.ts';

export interface WidgetPage extends AsyncDisposable {
  /** The page with the plain widget. */
  plain: string;
  /** The page whose widget stands in a frame, within a shadow root. */
  framed: string;
  server: LoopbackServer;
}

type Bot = (question: string, visitor: string) => string;

/** `bot` answers with its pieces one after the other, 60 ms apart. A visitor is a cookie, so it shows what is shared. */
export async function serveWidgets(bot: Bot): Promise<WidgetPage> {
  let visitors = 0;
  const server = await serveHttp(({ path, headers, body }, response) => {
    const html = PAGES[path.split('?')[0] ?? ''];
    if (html !== undefined) {
      visitors += 1;
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'set-cookie': `v=${visitors}; Path=/` });
      return response.end(html);
    }
    if (path !== '/chat') return response.writeHead(404).end();
    const pieces = bot(body, /v=(\d+)/.exec(headers.cookie ?? '')?.[1] ?? '').split(/(?<= )/);
    response.writeHead(200, { 'content-type': 'text/plain; charset=utf-8' });
    const next = () => {
      const piece = pieces.shift();
      if (piece === undefined) return response.end();
      response.write(piece);
      setTimeout(next, 60);
    };
    next();
  });
  return {
    plain: `${server.origin}/plain`,
    framed: `${server.origin}/framed`,
    server,
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

/** Draws its whole list anew with each piece, has a launcher, names, times, a typing sign, and sends by Enter. */
const PLAIN = `<!doctype html><meta charset="utf-8"><title>Shop</title>
<header><form role="search"><input type="search" placeholder="Search sarees"></form><h1>Saree shop</h1></header>
<p>Free delivery above ₹999. Call 1800 for help.</p>
<button class="launcher" aria-label="Open chat">?</button>
<section id="panel" hidden style="position:fixed;bottom:0;right:0;width:320px">
  <div class="log"></div>
  <textarea placeholder="Type your message"></textarea>
  <small>Powered by Robo</small>
</section>
<script>
  const log = document.querySelector('.log');
  const box = document.querySelector('textarea');
  const said = [{ who: 'Asha Bot', text: 'Hello! How can I help?' }];
  let typing = false;
  const draw = () => {
    log.innerHTML = '';
    for (const { who, text } of said) {
      const bubble = document.createElement('div');
      const name = document.createElement('div');
      const body = document.createElement('p');
      const time = document.createElement('span');
      name.textContent = who; body.textContent = text; time.textContent = '10:42 am'; time.style.display = 'block';
      bubble.append(name, body, time); log.append(bubble);
    }
    if (typing) log.insertAdjacentHTML('beforeend', '<div class="typing-indicator"><i>.</i><i>.</i><i>.</i> Asha is typing</div>');
  };
  document.querySelector('.launcher').onclick = () => { document.querySelector('#panel').hidden = false; draw(); };
  box.onkeydown = async (event) => {
    if (event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    const question = box.value; box.value = '';
    said.push({ who: 'You', text: question }); typing = true; draw();
    const reply = await fetch('/chat', { method: 'POST', body: question });
    const answer = { who: 'Asha Bot', text: '' };
    const reader = reply.body.pipeThrough(new TextDecoderStream()).getReader();
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      if (answer.text === '') said.push(answer);
      answer.text += piece.value; draw();
    }
    typing = false; draw();
  };
</script>`;

const FRAMED = `<!doctype html><meta charset="utf-8"><title>Bank</title><h1>Namaste Bank</h1>
<label>Subscribe <input type="email" placeholder="Your e-mail"></label>
<iframe src="/frame" title="Support" style="width:400px;height:500px"></iframe>`;

/** A custom element with an open shadow root, an editable box, a button that sends, a new bubble for each answer. */
const FRAME = `<!doctype html><meta charset="utf-8"><bank-help></bank-help>
<script>
  customElements.define('bank-help', class extends HTMLElement {
    connectedCallback() {
      const root = this.attachShadow({ mode: 'open' });
      root.innerHTML = \`<style>.typing i { display: inline-block; width: 4px; height: 4px; background: gray }</style>
        <ul role="log"><li>मैं आपकी क्या मदद कर सकता हूँ?</li></ul>
        <div class="suggestions"><button>My balance</button></div>
        <div contenteditable="true" aria-label="Ask the bank" style="border:1px solid;min-height:24px"></div>
        <button class="go" title="Send">➤</button>\`;
      const list = root.querySelector('ul');
      const box = root.querySelector('[contenteditable]');
      root.querySelector('.go').onclick = async () => {
        const question = box.innerText.trim(); box.textContent = '';
        const add = (html) => { list.insertAdjacentHTML('beforeend', html); return list.lastElementChild; };
        add('<li class="mine"></li>').textContent = question;
        const sign = add('<li class="typing"><i></i><i></i><i></i></li>');
        const reply = await fetch('/chat', { method: 'POST', body: question });
        const text = await reply.text();
        sign.remove();
        const bubble = add('<li class="bot"></li>');
        for (const line of text.split('\\n')) bubble.append(Object.assign(document.createElement('p'), { textContent: line }));
      };
    }
  });
</script>`;

const PAGES: Record<string, string | undefined> = { '/plain': PLAIN, '/framed': FRAMED, '/frame': FRAME };
