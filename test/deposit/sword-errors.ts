import { type Canned, swordError } from './sword-server.ts';

/** One answer of HAL's server to a deposit that it does not take. */
export interface SwordCase {
  readonly title: string;
  readonly answer: Canned;
  /** No other work is sent after it. */
  readonly isFinal?: boolean;
}

const bad = (value: unknown) =>
  swordError('ErrorBadRequest', typeof value === 'string' ? value : JSON.stringify(value));
const missing = (meta: string) =>
  bad({ meta: { [meta]: { isEmpty: 'Value is required and can’t be empty' } } });

/** Every error that HAL's server is known to answer (hal.md section 4), in the order of its checks. */
export const swordErrors: readonly SwordCase[] = [
  { title: '401', answer: { status: 401, body: '' }, isFinal: true },
  {
    title: '403 `TargetOwnerUnknown`',
    answer: swordError(
      'TargetOwnerUnknown',
      'Username or UID or User External identifier "x" is unknown by the server',
    ),
    isFinal: true,
  },
  {
    title: '412 `MediationNotAllowed`',
    answer: swordError('MediationNotAllowed', 'On-Behalf-Of header is not supported by the server'),
    isFinal: true,
  },
  {
    title: '403 `Unauthorized`',
    answer: swordError('Unauthorized', 'Basic HTTP Authentification Error'),
    isFinal: true,
  },
  {
    title: '405 `MethodNotAllowed`',
    answer: swordError('MethodNotAllowed', 'Use GET, POST, PUT or DELETE HTTP verb'),
    isFinal: true,
  },
  {
    title: '406 `ErrorContent`, packaging',
    answer: swordError('ErrorContent', 'The supplied format packaging is not supported by the server'),
  },
  {
    title: '412 `ErrorChecksumMismatch`',
    answer: swordError('ErrorChecksumMismatch', 'MD5 sum did not match'),
  },
  {
    title: '406 `ErrorContent`, schema',
    answer: swordError('ErrorContent', 'The supplied XML description does not validate the AOfr schema'),
  },
  { title: '413 `MaxUploadSizeExceeded`', answer: swordError('MaxUploadSizeExceeded', 'too large') },
  { title: '400, ZIP', answer: bad('Could not open the Zip file') },
  { title: '400, journal', answer: missing('journal') },
  { title: '400, domain', answer: missing('domain') },
  { title: '400, date', answer: missing('date') },
  { title: '400, conference', answer: missing('conferenceTitle') },
  { title: '400, book', answer: missing('bookTitle') },
  { title: '400, institution', answer: missing('authorityInstitution') },
  { title: '400, type', answer: bad({ typdoc: 'Missing or invalid typdoc' }) },
  { title: '400, file', answer: bad({ file: ['Missing file'] }) },
  { title: '400, affiliation', answer: bad({ author: ['Missing affiliation for at least one author'] }) },
  { title: '400, name', answer: bad({ author: ['1 : Author not well formed (Mauss)'] }) },
  { title: '400, other metadata', answer: missing('audience') },
  { title: '400, duplicate', answer: bad({ 'duplicate-entry': { 'hal-01234567': { doi: '1.0' } } }) },
  { title: '400, moderation', answer: bad('Paper status prevent it to be update') },
  {
    title: '400, merged',
    answer: bad(
      'Paper has moved to hal-07654321, verify your sync is allready valid.  if yes, change the hal identifier on your side',
    ),
  },
  { title: '400, not owned', answer: bad('Paper Id can not be updated') },
  { title: '400, not to be deleted', answer: bad('Paper Id can not be deleted') },
  { title: '400, unknown', answer: bad('Paper Id can not be found') },
  { title: '400, failure', answer: bad('Internal server error: SQLSTATE[40001]') },
  { title: '500', answer: { status: 500, body: 'oops' }, isFinal: true },
  {
    title: '302',
    answer: { status: 302, body: '', headers: { Location: 'https://elsewhere.example/' } },
    isFinal: true,
  },
  {
    title: '202 without an identifier',
    answer: { status: 202, body: '<entry/>' },
    isFinal: true,
  },
  { title: '418', answer: { status: 418, body: 'a teapot' } },
];
