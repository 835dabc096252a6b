/** Server-sent events (WHATWG HTML, 9.2) out of bytes that may be cut anywhere, also within a letter or a line end. */

export interface SseEvent {
  /** `message` when the event has no name. */
  event: string;
  data: string;
}

export interface SseReader {
  /** The events that are whole with these bytes. An event without data is none. */
  push(bytes: Uint8Array): SseEvent[];
  /** The last event, when the stream ended without the empty line that closes it. */
  end(): SseEvent[];
}

export function createSseReader(): SseReader {
  const decoder = new TextDecoder();
  let rest = '';
  let afterCr = false;
  let event = '';
  let data: string[] = [];

  function lineRead(line: string): SseEvent[] {
    if (line === '') return dispatch();
    const colon = line.indexOf(':');
    const field = colon === -1 ? line : line.slice(0, colon);
    const value = colon === -1 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'data') data.push(value);
    if (field === 'event') event = value;
    return [];
  }

  function dispatch(): SseEvent[] {
    const whole = data.length === 0 ? [] : [{ event: event === '' ? 'message' : event, data: data.join('\n') }];
    event = '';
    data = [];
    return whole;
  }

  function read(text: string): SseEvent[] {
    // A CR ends its line at once, so the LF that may follow it in the next bytes ends nothing.
    const fresh = afterCr && text.startsWith('\n') ? text.slice(1) : text;
    if (text !== '') afterCr = text.endsWith('\r');
    const lines = (rest + fresh).split(/\r\n|\r|\n/);
    rest = lines.pop() ?? '';
    return lines.flatMap(lineRead);
  }

  return {
    push: (bytes) => read(decoder.decode(bytes, { stream: true })),
    end() {
      const last = read(decoder.decode());
      const line = rest;
      rest = '';
      return [...last, ...(line === '' ? [] : lineRead(line)), ...dispatch()];
    },
  };
}
