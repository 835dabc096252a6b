/**
 * Names the parts that nearly every page shows, so that they come in one file: each alone in a file of its own, they
 * would take 4 kB more, and a request each.
 */
import '../api/queries.ts';
import '../frame/keys.ts';
import '../frame/session.ts';
import './command.tsx';
import './field.tsx';
import './format.ts';
import './mark.tsx';
import './progress.tsx';
import './rows.tsx';
import './said.tsx';
import './state.tsx';
import './time.tsx';
import './use-search.ts';
