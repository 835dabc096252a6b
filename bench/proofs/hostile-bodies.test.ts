import { expect, test } from 'vitest';
import { faultOf, firstAnswerOf } from './hostile-bodies.ts';
import { type Ground, type HostileRequest, hostileRequest, KIND_NAMES } from './hostile-requests.ts';
import { seeded } from './seeded.ts';

const request: HostileRequest = {
  kind: 'not JSON',
  method: 'POST',
  path: '/api/v1/sankalpa',
  headers: {},
  body: Buffer.from('{'),
  codes: ['malformed_json'],
  mayPass: false,
};
const problem = (status: number, code: string) => ({
  status,
  type: 'application/problem+json; charset=utf-8',
  text: JSON.stringify({ code }),
});

test('only a problem of the table, with its own status and one of the codes that fit, is no fault', () => {
  expect(faultOf(request, problem(400, 'malformed_json'))).toBeNull();
  expect(faultOf(request, problem(400, 'too_deep'))).toContain('not malformed_json');
  expect(faultOf({ ...request, codes: null }, problem(400, 'too_deep'))).toBeNull();
  expect(faultOf(request, problem(422, 'malformed_json'))).toContain('no such code');
  expect(faultOf(request, problem(400, 'made_up'))).toContain('no such code');
  expect(faultOf(request, problem(500, 'internal'))).toContain('not a 4xx');
  expect(faultOf(request, { status: 400, type: 'text/html', text: '' })).toContain('not as a problem');
});

test('silence is a fault, except for a reset while a body that is too large is being sent', () => {
  expect(faultOf(request, 'late')).toContain('no answer within 60 s');
  expect(faultOf(request, 'reset')).toContain('cut off');
  expect(faultOf({ ...request, kind: 'too large' }, 'reset')).toBeNull();
  expect(faultOf({ ...request, kind: 'too large' }, 'late')).toContain('no answer');
});

test('a 2xx is a fault unless chance may have made a right request, and then no item may be our fault', () => {
  const passed = (body: unknown) => ({ status: 200, type: 'application/json', text: JSON.stringify(body) });
  expect(faultOf(request, passed({}))).toContain('not a 4xx');
  expect(faultOf({ ...request, mayPass: true }, passed({ items: [{ status: 422 }] }))).toBeNull();
  expect(faultOf({ ...request, mayPass: true }, passed({ items: [{ status: 500 }] }))).toContain('our fault');
});

test('of two answers on one connection the first counts, and its length is in bytes', () => {
  const said = (body: string) =>
    `HTTP/1.1 400 Bad Request\r\ncontent-type: text/plain\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
  expect(firstAnswerOf(said('नहीं') + said('again'))).toEqual({ status: 400, type: 'text/plain', text: 'नहीं' });
  expect(firstAnswerOf('nothing of ours')).toBeNull();
});

test('every kind takes its turn, and a seed makes the same request again', () => {
  const ground: Ground = {
    readKey: 'read',
    adminKey: 'admin',
    cursors: [
      { list: 'sankalpa', cursor: 'abc' },
      { list: 'lineage', cursor: 'def' },
    ],
    bodyRoutes: [{ method: 'POST', path: '/api/v1/sankalpa', scope: 'write' }],
    routes: [{ method: 'GET', path: '/api/v1/sankalpa/{id}', scope: 'read' }],
  };
  const made = KIND_NAMES.map((_, number) => hostileRequest(number, seeded(number), ground));
  expect(made.map(({ kind }) => kind)).toEqual(KIND_NAMES);
  expect(KIND_NAMES.map((_, number) => hostileRequest(number, seeded(number), ground))).toEqual(made);
});
