/**
 * What every command is called, takes and does: the one list that the launcher prints and the parser obeys.
 * Plain JavaScript without imports, so that `studio --help` answers at once under any Node.
 */

const JSON_OPTION = {
  json: { type: 'string', value: 'FILE|-', text: 'write the result as JSON to FILE, or to stdout with -' },
};
const LIST_OPTIONS = {
  limit: { type: 'string', value: 'N', text: 'how many rows at most (default 50)' },
  cursor: { type: 'string', value: 'CURSOR', text: 'go on where the list before ended' },
  ...JSON_OPTION,
};
const JUDGE_OPTIONS = {
  judge: { type: 'boolean', text: 'let the judge of JUDGE_URL and JUDGE_MODEL refine the verdicts that have a rubric' },
  'judge-may-be-target': { type: 'boolean', text: 'even where it is the model under audit itself' },
};
const SCOPE_OPTIONS = {
  'allowed-by': { type: 'string', value: '"NAME, ROLE"', text: 'who allowed the audit of a public target' },
  hours: {
    type: 'string',
    value: 'HH:MM-HH:MM',
    text: 'ask only in these hours of the Indian day, such as 22:00-06:00',
  },
  rate: { type: 'string', value: 'N', text: 'ask at most N questions a minute, over all runs together' },
  'allow-private': { type: 'boolean', text: 'allow an address in a private network' },
};
const REPLACE_OPTION = {
  replace: { type: 'boolean', text: 'let it take the place of a target of the same name at another address' },
};
const WEEK_OPTIONS = {
  'week-of': { type: 'string', value: 'DATE', text: 'the Monday of the week (default: the newest that was planned)' },
  ...JSON_OPTION,
};
const PLAN_OPTIONS = {
  'week-of': { type: 'string', value: 'DATE', text: 'the Monday of the week, such as 2025-10-06 (required)' },
  offline: { type: 'boolean', text: 'fetch no link' },
  ...JSON_OPTION,
};
const METRICS_OPTIONS = {
  'week-of': { type: 'string', value: 'DATE', text: 'the week that holds this day, instead of its number' },
  campaign: { type: 'string', value: 'NAME', text: 'count this campaign alone; without a week, its newest' },
  ...JSON_OPTION,
};
const TARGET_OPTIONS = {
  model: { type: 'string', value: 'NAME', text: 'the model, when --target is an OpenAI-compatible URL' },
  name: { type: 'string', value: 'NAME', text: 'what to call the target (default: MODEL at HOST)' },
  'key-env': { type: 'string', value: 'VAR', text: 'the environment variable that holds the API key of the target' },
  stream: { type: 'boolean', text: 'ask an OpenAI-compatible URL for streamed answers, and time their first piece' },
  'target-file': { type: 'string', value: 'FILE', text: 'a target described in YAML or JSON' },
};

/** The nouns in the order in which the overview shows them. */
export const NOUNS = {
  serve: 'Run the studio: API, jobs and database in one process',
  'sample-bot': 'Run the bundled bot to try an audit on',
  sample: 'Load a practice to look around in, and take it away again',
  audit: 'Audit an AI product; list, show and report audits',
  findings: 'Decide on findings; ask again what failed',
  engagement: 'Record work for clients: scope, price, state',
  brand: 'Give reports your own name, colour and logo',
  judge: 'Measure the optional judge, a language model, against people',
  evidence: 'Seal an audit and every row behind it in one signed file',
  verify: 'Check sealed evidence, with no studio and no network',
  lineage: 'Draw, export and verify the tree of acts behind any result',
  sankalpa: 'Declare an intention; list, show and close intentions',
  qa: 'Ask a target one question; read what was asked and answered',
  targets: 'Register AI products and find out what they can do',
  packs: 'See the packs of test patterns; check one of your own',
  prospects: 'Look after the people that outreach writes to, and their sheet',
  consent: 'Record what people agreed to, and when they took it back',
  suppress: 'See and change the list of addresses never written to',
  transcripts: 'Take in and judge conversations that took place elsewhere',
  redact: 'Take personal identifiers out of a text or a file',
  text: 'Say whether two texts are the same to an Indian reader',
  campaign: 'Check, plan, approve and run a campaign of posts and mails',
  post: 'See the posts of campaigns; paste what is due, say where it stands',
  metrics: 'Count what outreach reached, week by week, and explain each number',
  bridge: 'Tell the Studio what outreach and your own scripts do',
  jobs: 'See, run and set the scheduled work',
  db: 'Look after the database: status, back-up, check, restore',
  keys: 'Make and revoke API keys',
  health: 'Say whether the studio is well',
  contacts: 'Read the audit trail of the API',
  events: 'Follow what happens, live',
  outreach: 'See what left and what came back; check records, servers and keys',
};

/** "noun verb" to what it takes. `args` names the positionals; one in [] may be left out. */
const BUDGET_OPTIONS = {
  'max-calls': { type: 'string', value: 'N', text: 'stop before the target was called more than N times; exits 3' },
  'max-tokens': { type: 'string', value: 'N', text: 'stop before more than N tokens were used; exits 3' },
  'budget-inr': {
    type: 'string',
    value: 'RUPEES',
    text: 'stop before more was spent; needs the price of tokens; exits 3',
  },
};

export const COMMANDS = {
  serve: {
    text: 'Migrates the database, serves the API and runs the jobs until Ctrl-C. Settings come from the environment and .env.shared.',
    args: [],
    options: {
      host: { type: 'string', value: 'ADDRESS', text: 'listen here (default 127.0.0.1, or HOST)' },
      port: { type: 'string', value: 'N', text: 'listen on this port (default 7300, or PORT); 0 takes a free one' },
    },
    examples: ['studio serve', 'studio serve --port 7400'],
  },
  'sample-bot': {
    text: 'Serves a rule-based bot that speaks the OpenAI chat protocol on 127.0.0.1. With faults planted, an audit has something to find.',
    args: [],
    options: {
      port: { type: 'string', value: 'N', text: 'listen on this port (default 7301); 0 takes a free one' },
      faults: { type: 'string', value: 'A,B|all', text: 'plant these faults' },
      'list-faults': { type: 'boolean', text: 'list the faults that can be planted, and stop' },
    },
    examples: ['studio sample-bot --list-faults', 'studio sample-bot --port 7301 --faults all'],
  },
  'audit run': {
    text: 'Asks the target every case of a pack, waits for the end and writes the report. Each answer is stored when it arrives: after Ctrl-C or a crash the same command goes on where it stopped.',
    args: [],
    options: {
      target: {
        type: 'string',
        value: 'URL|NAME',
        text: 'base URL that ends before /chat/completions, or a registered target',
      },
      ...TARGET_OPTIONS,
      pack: {
        type: 'string',
        value: 'NAME|FILE',
        text: 'the pack of patterns, or a YAML or JSON file of your own (default india-micro)',
      },
      patterns: { type: 'string', value: 'A,B', text: 'only these patterns of the pack' },
      only: { type: 'string', value: 'A,B', text: 'only these families of the pack, or patterns by id' },
      severity: { type: 'string', value: 'A,B', text: 'only patterns that are critical, high, medium or low' },
      language: { type: 'string', value: 'A,B', text: 'only cases asked in these languages, such as hi, hi-Latn, ta' },
      repeats: { type: 'string', value: 'N', text: 'ask each case N times, 1 to 20 (default: as the pack says)' },
      concurrency: { type: 'string', value: 'N', text: 'at most N questions at a time, 1 to 256' },
      'fail-at': {
        type: 'string',
        value: 'K',
        text: 'a case fails when K of its repeats do; it is not asked on once that is decided',
      },
      ...BUDGET_OPTIONS,
      'price-in': { type: 'string', value: 'RUPEES', text: 'price of a million tokens of questions' },
      'price-out': { type: 'string', value: 'RUPEES', text: 'price of a million tokens of answers' },
      estimate: { type: 'boolean', text: 'only say what the run would take, and ask nobody' },
      cache: { type: 'boolean', text: 'use answers of the last 14 days to the same request at the same repeat' },
      like: { type: 'string', value: 'ID', text: 'run the stored plan of this audit again' },
      ...JUDGE_OPTIONS,
      ...SCOPE_OPTIONS,
      engagement: { type: 'string', value: 'ID', text: 'the engagement that this audit is part of' },
      booking: { type: 'string', value: 'UID', text: 'the booking that led to it' },
      ...REPLACE_OPTION,
      new: { type: 'boolean', text: 'start anew even when an unfinished run of the same plan stands' },
      report: { type: 'string', value: 'FILE', text: 'write the report here (default ./report-ID.html)' },
      ...JSON_OPTION,
      ci: { type: 'boolean', text: 'exit 100 when there are findings' },
    },
    examples: [
      'studio audit run --target http://127.0.0.1:7301/v1 --model sample-bot',
      'studio audit run --target-file bot.yaml --allowed-by "Asha Rao, CTO" --ci --json report.json',
      'studio audit run --target my-bot --pack india-full --only health-emergency,payments-fraud --severity critical',
    ],
  },
  'audit list': {
    text: 'Lists the audits, newest first.',
    args: [],
    options: LIST_OPTIONS,
    examples: ['studio audit list --limit 5'],
  },
  'audit show': {
    text: 'Shows one audit: its plan, how far it is, its errors by name. ID may be "last", or the first or last characters of it.',
    args: ['ID'],
    options: JSON_OPTION,
    examples: ['studio audit show last', 'studio audit show 01998f3e-7d10-7c3a-9a55-0b9f2f6e1c44'],
  },
  'audit findings': {
    text: 'Shows the findings of an audit with their evidence, the harm, the fix and the command that asks again. ID may be "last", or the first or last characters of it.',
    args: ['ID'],
    options: JSON_OPTION,
    examples: ['studio audit findings 01998f3e-7d10-7c3a-9a55-0b9f2f6e1c44'],
  },
  'audit report': {
    text: 'Writes the report of an audit: one HTML file that needs no network, the same as PDF (printed by the Chromium of this machine), or a form for other tools. A PDF is for the eye: some programs that take text out of one put blanks into words of Indian scripts, so for words to work on take json, csv or md. ID may be "last", or the first or last characters of it.',
    args: ['ID'],
    options: {
      out: { type: 'string', short: 'o', value: 'FILE|-', text: 'write here (default ./report-ID.FORMAT)' },
      format: {
        type: 'string',
        value: 'FORMAT',
        text: 'html (default), pdf, json, csv, junit, sarif or md',
      },
      'summary-lang': { type: 'string', value: 'en|hi', text: 'hi adds a summary in Hindi' },
      'monthly-users': { type: 'string', value: 'N', text: 'the client’s own figure: people who ask in a month' },
      'loss-per-case-inr': {
        type: 'string',
        value: 'RUPEES',
        text: 'the client’s own figure: what one wrong answer costs',
      },
      bom: { type: 'boolean', text: 'begin CSV with a byte order mark, for old spreadsheets' },
    },
    examples: [
      'studio audit report 01998f3e-7d10-7c3a-9a55-0b9f2f6e1c44 -o report.html',
      'studio audit report 01998f3e-7d10-7c3a-9a55-0b9f2f6e1c44 --format pdf --summary-lang hi',
      'studio audit report 01998f3e-7d10-7c3a-9a55-0b9f2f6e1c44 --monthly-users 50000 --loss-per-case-inr 20',
    ],
  },
  'audit compare': {
    text: 'Says what changed from run A to run B: better, worse, same, or cannot tell and how many trials would. Exact tests, case by case, corrected for their number. Exits 100 on a regression.',
    args: ['A', 'B'],
    options: {
      level: { type: 'string', value: 'P', text: 'chance of calling a change where there is none (default 0.02)' },
      margin: { type: 'string', value: 'D', text: 'a difference of rates too small to matter (default 0.15)' },
      ...JSON_OPTION,
    },
    examples: [
      'studio audit compare 01998f3e-7d10-7c3a-9a55-0b9f2f6e1c44 01998f41-22bb-7c02-9d33-1a2b3c4d5e6f --json diff.json',
    ],
  },
  'audit retest': {
    text: 'Asks the failed cases of an audit again, and no others. Findings of which no trial fails any more are marked fixed. Exits 100 while one is still there. ID may be "last", or the first or last characters of it.',
    args: ['ID'],
    options: JSON_OPTION,
    examples: ['studio audit retest 01998f3e-7d10-7c3a-9a55-0b9f2f6e1c44'],
  },
  'audit rescore': {
    text: 'Judges the stored answers of an ended audit again by the detectors as they are now, with --judge by a language model too. The target is not asked; the old verdicts are kept, findings and report are renewed.',
    args: ['ID'],
    options: { ...JUDGE_OPTIONS, ...JSON_OPTION },
    examples: ['studio audit rescore 01998f3e-7d10-7c3a-9a55-0b9f2f6e1c44', 'studio audit rescore last --judge'],
  },
  'audit pause': {
    text: 'Lets a running audit stand still. What is under way is waited for and kept; nothing more is asked.',
    args: ['ID'],
    options: JSON_OPTION,
    examples: ['studio audit pause 01998f3e-7d10-7c3a-9a55-0b9f2f6e1c44'],
  },
  'audit resume': {
    text: 'Lets an audit go on that stands still, with a larger budget where one is given, and waits for its end.',
    args: ['ID'],
    options: {
      ...BUDGET_OPTIONS,
      report: { type: 'string', value: 'FILE', text: 'write the report here (default ./report-ID.html)' },
      ...JSON_OPTION,
      ci: { type: 'boolean', text: 'exit 100 when there are findings' },
    },
    examples: ['studio audit resume 01998f3e-7d10-7c3a-9a55-0b9f2f6e1c44 --max-calls 500'],
  },
  'audit cancel': {
    text: 'Stops an audit. What was answered stays; nothing more is asked. ID may be "last", or the first or last characters of it.',
    args: ['ID'],
    options: JSON_OPTION,
    examples: ['studio audit cancel 01998f3e-7d10-7c3a-9a55-0b9f2f6e1c44'],
  },
  'findings list': {
    text: 'Lists the findings of all audits, newest first.',
    args: [],
    options: {
      status: { type: 'string', value: 'STATUS', text: 'open, accepted, fixed, wont-fix or false-alarm' },
      severity: { type: 'string', value: 'GRADE', text: 'critical, high, medium or low' },
      pattern: { type: 'string', value: 'ID', text: 'only of this pattern' },
      audit: { type: 'string', value: 'ID', text: 'only of this audit' },
      ...LIST_OPTIONS,
    },
    examples: ['studio findings list --status open', 'studio findings list --severity critical'],
  },
  'findings show': {
    text: 'Shows a finding with its evidence, its harm, the fix, and what was decided on it.',
    args: ['ID'],
    options: JSON_OPTION,
    examples: ['studio findings show 01998f41-22bb-7c02-9d33-1a2b3c4d5e6f'],
  },
  'findings set': {
    text: 'Decides on a finding: open, accepted, fixed, wont-fix or false-alarm. The last two need a reason, and hold when the same fault turns up again. Nothing is overwritten.',
    args: ['ID', 'STATUS'],
    options: {
      reason: { type: 'string', value: 'TEXT', text: 'why' },
      by: { type: 'string', value: '"NAME"', text: 'who decided (default: the key)' },
      ...JSON_OPTION,
    },
    examples: [
      'studio findings set 01998f41-22bb-7c02-9d33-1a2b3c4d5e6f false-alarm --reason "The bot sells in Nepal" --by "Asha Rao"',
    ],
  },
  'findings retest': {
    text: 'Asks the failed cases of a finding again, and no others. Marks it fixed when no trial fails any more; exits 100 while it is still there.',
    args: ['ID'],
    options: JSON_OPTION,
    examples: ['studio findings retest 01998f41-22bb-7c02-9d33-1a2b3c4d5e6f'],
  },
  'judge label': {
    text: 'Keeps what people say of answers, for a judge to be measured against. A line is {"pattern", "lang", "conversations": [[{"role", "text"}, …], …], "verdict": "pass" or "fail"}, with "expect" and "note" as you like. Of one answer the newest label holds.',
    args: ['FILE.jsonl'],
    options: {
      by: { type: 'string', value: '"NAME"', text: 'who judged the answers (required)' },
      ...JSON_OPTION,
    },
    examples: ['studio judge label labels.jsonl --by "Asha Rao"'],
  },
  'judge calibrate': {
    text: 'Puts the labelled answers to the judges as they are now, and says where they agree with people well enough to count. One word changed in a rubric, and it has to be done again.',
    args: [],
    options: {
      pack: { type: 'string', value: 'NAME|FILE', text: 'whose rubrics (default: those of all packs of the program)' },
      ...JSON_OPTION,
    },
    examples: ['studio judge calibrate', 'studio judge calibrate --pack mine.yaml'],
  },
  'judge status': {
    text: 'Says which judges are set, how many answers are labelled, and in which language of which pattern a verdict counts. Asks nobody.',
    args: [],
    options: {
      pack: { type: 'string', value: 'NAME|FILE', text: 'whose rubrics (default: those of all packs of the program)' },
      ...JSON_OPTION,
    },
    examples: ['studio judge status'],
  },
  'evidence seal': {
    text: 'Seals an ended audit: the report and every row behind it in one zip, signed with the key of this studio. ID may be "last", or the first or last characters of it.',
    args: ['ID'],
    options: {
      out: { type: 'string', short: 'o', value: 'FILE', text: 'write here (default ./evidence-ID.zip)' },
      ...JSON_OPTION,
    },
    examples: [
      'studio evidence seal last',
      'studio evidence seal 01998f3e-7d10-7c3a-9a55-0b9f2f6e1c44 -o evidence.zip',
    ],
  },
  verify: {
    text: 'Checks sealed evidence from its bytes alone: names each record, file or piece of the container that is not as it was sealed, and then exits 4.',
    args: ['FILE'],
    options: {
      key: { type: 'string', value: 'KEY', text: 'the key of the studio, as its reports print it in their last lines' },
      ...JSON_OPTION,
    },
    examples: ['studio verify evidence.zip --key nR8sWbYQ0m3Zk1vJx5uTgC7eLhPoAq9fD2iMyKXtE4w'],
  },
  'engagement add': {
    text: 'Records work offered or sold to a client. Audits run with --engagement hang below it; scope and price stand in the foot of their reports.',
    args: ['CLIENT'],
    options: {
      scope: { type: 'string', value: 'TEXT', text: 'what was sold, in the client’s words (required)' },
      'price-inr': { type: 'string', value: 'RUPEES', text: 'the price, such as 25000 or 499.50' },
      'monthly-users': { type: 'string', value: 'N', text: 'the client’s own figure: people who ask in a month' },
      'loss-per-case-inr': {
        type: 'string',
        value: 'RUPEES',
        text: 'the client’s own figure: what one wrong answer costs',
      },
      state: { type: 'string', value: 'STATE', text: 'quoted (default), booked, delivered or paid' },
      booking: { type: 'string', value: 'UID', text: 'the booking that led to it' },
      ...JSON_OPTION,
    },
    examples: ['studio engagement add "Asha Stores" --scope "Micro-audit of the Hindi help desk" --price-inr 25000'],
  },
  'engagement list': {
    text: 'Lists the engagements, newest first.',
    args: [],
    options: LIST_OPTIONS,
    examples: ['studio engagement list'],
  },
  'engagement show': {
    text: 'Shows an engagement with its audits.',
    args: ['ID'],
    options: JSON_OPTION,
    examples: ['studio engagement show 01998f3e-7d10-7c3a-9a55-0b9f2f6e1c44'],
  },
  'engagement set': {
    text: 'Changes scope, price, or the client’s own figures.',
    args: ['ID'],
    options: {
      scope: { type: 'string', value: 'TEXT', text: 'what was sold, in the client’s words' },
      'price-inr': { type: 'string', value: 'RUPEES', text: 'the price, such as 25000 or 499.50' },
      'monthly-users': { type: 'string', value: 'N', text: 'the client’s own figure: people who ask in a month' },
      'loss-per-case-inr': {
        type: 'string',
        value: 'RUPEES',
        text: 'the client’s own figure: what one wrong answer costs',
      },
      ...JSON_OPTION,
    },
    examples: [
      'studio engagement set 01998f3e-7d10-7c3a-9a55-0b9f2f6e1c44 --monthly-users 50000 --loss-per-case-inr 20',
    ],
  },
  'engagement set-state': {
    text: 'Says how far the work is: quoted, booked, delivered or paid. Each step is an act in its tree.',
    args: ['ID', 'STATE'],
    options: JSON_OPTION,
    examples: ['studio engagement set-state 01998f3e-7d10-7c3a-9a55-0b9f2f6e1c44 booked'],
  },
  'brand show': {
    text: 'Shows the name, colour, logo and contact that reports bear. They lie in brand.yaml in the data folder.',
    args: [],
    options: JSON_OPTION,
    examples: ['studio brand show'],
  },
  'brand set': {
    text: 'Changes what reports bear. A colour that cannot be read on paper is refused; a logo may have 100 kB.',
    args: [],
    options: {
      name: { type: 'string', value: 'TEXT', text: 'the name of your studio' },
      colour: { type: 'string', value: '#RRGGBB', text: 'the colour of links and marks' },
      logo: { type: 'string', value: 'FILE|none', text: 'a PNG, JPEG, WebP or SVG picture; none takes it away' },
      contact: { type: 'string', value: 'TEXT', text: 'how clients reach you' },
      ...JSON_OPTION,
    },
    examples: ['studio brand set --name "Asha Audits" --colour "#7a1f5c" --contact "asha@audits.example"'],
  },
  'sample load': {
    text: 'Loads a practice to look around in: a campaign of last week to people who do not exist, their answers, a booking, and an audit of the bundled bot. No server is asked, and no number of your own counts it.',
    args: [],
    options: JSON_OPTION,
    examples: ['studio sample load'],
  },
  'sample remove': {
    text: 'Takes the sample practice away with all that hangs on its tree. Nothing of it stays.',
    args: [],
    options: JSON_OPTION,
    examples: ['studio sample remove'],
  },
  'lineage show': {
    text: 'Draws the way from the root down to an act, and all that it caused below. ID is a lineage id, the id of a whole tree, or the first 8 or more characters of a recent one.',
    args: ['ID'],
    options: {
      up: { type: 'boolean', text: 'only the way up to the root' },
      down: { type: 'boolean', text: 'only what lies below' },
      limit: { type: 'string', value: 'N', text: 'draw at most N acts below (default 1000)' },
      ...JSON_OPTION,
    },
    examples: [
      'studio lineage show 01998f3e-7d10-7c3a-9a55-0b9f2f6e1c44.7',
      'studio lineage show 01998f3e-7d10 --down',
    ],
  },
  'lineage list': {
    text: 'Lists the trees, newest first.',
    args: [],
    options: LIST_OPTIONS,
    examples: ['studio lineage list --limit 10'],
  },
  'lineage export': {
    text: 'Writes a whole tree as JSON lines: the header first, then each act.',
    args: ['ID'],
    options: { out: { type: 'string', short: 'o', value: 'FILE|-', text: 'write here (default: stdout)' } },
    examples: ['studio lineage export 01998f3e-7d10-7c3a-9a55-0b9f2f6e1c44 -o tree.jsonl'],
  },
  'lineage verify': {
    text: 'Recomputes the hash chain of one tree, or of all, and names the first act that does not fit. Exits 4 when a chain is broken.',
    args: ['[ID]'],
    options: JSON_OPTION,
    examples: ['studio lineage verify', 'studio lineage verify 01998f3e-7d10-7c3a-9a55-0b9f2f6e1c44'],
  },
  'lineage hold': {
    text: 'Puts a tree under legal hold: it does not leave by retention until released.',
    args: ['ID'],
    options: { reason: { type: 'string', value: 'TEXT', text: 'why (required)' }, ...JSON_OPTION },
    examples: ['studio lineage hold 01998f3e-7d10-7c3a-9a55-0b9f2f6e1c44 --reason "dispute of 12 May"'],
  },
  'lineage release': {
    text: 'Releases a tree from legal hold.',
    args: ['ID'],
    options: JSON_OPTION,
    examples: ['studio lineage release 01998f3e-7d10-7c3a-9a55-0b9f2f6e1c44'],
  },
  'sankalpa declare': {
    text: 'Declares an intention. All that it causes grows as a tree below it. TEXT - reads standard input.',
    args: ['TEXT'],
    options: {
      context: { type: 'string', value: 'TEXT', text: 'what one should know with it' },
      kind: { type: 'string', value: 'KIND', text: 'what sort of act this begins (default intention)' },
      parent: { type: 'string', value: 'ID', text: 'the lineage id of the act that caused this one' },
      ...JSON_OPTION,
    },
    examples: ['studio sankalpa declare "Audit the Hindi help desk of Asha Stores before Diwali"'],
  },
  'sankalpa list': {
    text: 'Lists or searches intentions, newest first.',
    args: [],
    options: {
      q: { type: 'string', value: 'TEXT', text: 'only those that hold this text' },
      status: { type: 'string', value: 'STATUS', text: 'active, in_progress, completed or abandoned' },
      kind: { type: 'string', value: 'KIND', text: 'only of this kind' },
      ...LIST_OPTIONS,
    },
    examples: ['studio sankalpa list --status active', 'studio sankalpa list --q Diwali'],
  },
  'sankalpa show': {
    text: 'Shows one intention.',
    args: ['ID'],
    options: JSON_OPTION,
    examples: ['studio sankalpa show 01998f3e-7d10-7c3a-9a55-0b9f2f6e1c44'],
  },
  'sankalpa close': {
    text: 'Closes an intention as completed, or as abandoned.',
    args: ['ID'],
    options: { abandon: { type: 'boolean', text: 'close it as abandoned' }, ...JSON_OPTION },
    examples: ['studio sankalpa close 01998f3e-7d10-7c3a-9a55-0b9f2f6e1c44'],
  },
  'qa ask': {
    text: 'Asks a target one question and prints the answer. Question and answer are logged with their place in a tree.',
    args: ['TEXT'],
    options: {
      target: {
        type: 'string',
        value: 'URL|NAME',
        text: 'base URL that ends before /chat/completions, or a registered target',
      },
      ...TARGET_OPTIONS,
      system: { type: 'string', value: 'TEXT', text: 'a system prompt to send with it' },
      ...SCOPE_OPTIONS,
      ...JSON_OPTION,
    },
    examples: ['studio qa ask "आज कौन सा दिन है?" --target http://127.0.0.1:7301/v1 --model sample-bot'],
  },
  'qa logs': {
    text: 'Lists what agents and targets were given and what they answered, newest first.',
    args: [],
    options: {
      agent: { type: 'string', value: 'NAME', text: 'only of this agent' },
      model: { type: 'string', value: 'NAME', text: 'only of this model' },
      lineage: { type: 'string', value: 'ID', text: 'only at this place in a tree' },
      ...LIST_OPTIONS,
    },
    examples: ['studio qa logs --agent jnana --limit 5'],
  },
  'targets add': {
    text: 'Registers an AI product under a name, so that audits can call it by that name. Keys are never stored, only the names of their environment variables.',
    args: ['[URL]'],
    options: { ...TARGET_OPTIONS, ...REPLACE_OPTION, ...SCOPE_OPTIONS, ...JSON_OPTION },
    examples: [
      'studio targets add http://127.0.0.1:7301/v1 --model sample-bot --name sample',
      'studio targets add --target-file bot.yaml --allowed-by "Asha Rao, CTO"',
    ],
  },
  'targets list': {
    text: 'Lists the registered targets.',
    args: [],
    options: LIST_OPTIONS,
    examples: ['studio targets list'],
  },
  'targets show': {
    text: 'Shows a registered target and what the last probe found out.',
    args: ['ID'],
    options: JSON_OPTION,
    examples: ['studio targets show sample'],
  },
  'targets probe': {
    text: 'Asks a target a few harmless questions to find out what it can do: models, languages, streaming, several turns.',
    args: ['ID'],
    options: JSON_OPTION,
    examples: ['studio targets probe sample'],
  },
  'targets remove': {
    text: 'Removes a registered target. Its audits stay.',
    args: ['ID'],
    options: {},
    examples: ['studio targets remove sample'],
  },
  'packs list': {
    text: 'Lists the packs of patterns with their hashes and sizes.',
    args: [],
    options: JSON_OPTION,
    examples: ['studio packs list'],
  },
  'packs show': {
    text: 'Shows the patterns of a pack.',
    args: ['ID'],
    options: JSON_OPTION,
    examples: ['studio packs show india-micro'],
  },
  'packs check': {
    text: 'Checks a pack file without touching the store: each ideal answer must pass, each planted fault must fail.',
    args: ['FILE'],
    options: JSON_OPTION,
    examples: ['studio packs check my-pack.yaml'],
  },
  'packs lint': {
    text: 'Looks a pack file over without touching the store: everything that keeps it from loading, by pattern, case and sample, and of a sound pack what makes its findings weaker. Exits 2 when it does not load.',
    args: ['FILE'],
    options: JSON_OPTION,
    examples: ['studio pack lint my-pack.yaml'],
  },
  'packs new': {
    text: 'Writes a small sound pack to begin with, explained line by line; editors complete and check it by its schema. A file that is there is left as it is.',
    args: ['FILE'],
    options: {},
    examples: ['studio pack new my-pack.yaml'],
  },
  'packs schema': {
    text: 'Prints the JSON Schema of pack files for editors; docs/pack.schema.json holds the same.',
    args: [],
    options: {},
    examples: ['studio pack schema > pack.schema.json'],
  },
  'transcripts import': {
    text: 'Brings recorded chats into the lines that "transcripts score" reads, without a store and without asking anybody. FILE is JSON lines, CSV, or a chat that WhatsApp exported; which of them is found out. What nobody said (media, notices) is left out and counted.',
    args: ['FILE'],
    options: {
      format: { type: 'string', value: 'jsonl|csv|whatsapp', text: 'the form of FILE (default: found out)' },
      bot: { type: 'string', value: 'NAME', text: 'who of the speakers is the bot, when their names do not say so' },
      columns: {
        type: 'string',
        value: 'role=…,text=…',
        text: 'which columns say what: conversation, role, text, lang, pattern; or user and assistant side by side',
      },
      'gap-hours': { type: 'string', value: 'N', text: 'a silence in WhatsApp that ends a conversation (default 12)' },
      pattern: { type: 'string', value: 'ID', text: 'judge each conversation by this pattern, where FILE names none' },
      json: { type: 'string', value: 'FILE|-', text: 'write the lines to FILE, or to stdout with - (the default)' },
    },
    examples: [
      'studio transcripts import "WhatsApp Chat.txt" --bot "Shop Bot" --json chats.jsonl',
      'studio transcripts import export.csv --columns conversation=ticket,role=sender,text=body --json chats.jsonl',
    ],
  },
  'transcripts score': {
    text: 'Judges recorded conversations by the rules of patterns, without a store and without asking anybody. Each line of FILE is {"id", "pattern", "conversations": [[{"role", "lang", "text"}]]}; each line out is {"id", "pattern", "verdict", "reason", "evidence"}, in the same order. A line without "pattern" is looked over for what is a fault in any answer (leaked personal data, foreign helplines, Western grouping, another script or language, broken text and more); the reason names the detector, and "findings" holds all.',
    args: ['FILE'],
    options: {
      pack: { type: 'string', value: 'NAME', text: 'look the patterns up in this pack only (default: in all)' },
      json: { type: 'string', value: 'FILE|-', text: 'write the lines to FILE, or to stdout with - (the default)' },
    },
    examples: ['studio transcripts score chats.jsonl --json scores.jsonl'],
  },
  'text equal': {
    text: 'Says whether two texts are the same to an Indian reader: other code points for the same letter, native digits, lakh and crore, dates and times in several forms, usual spellings. With --pairs, each line of FILE is {"a", "b", "lang"} and each line out {"equal", "why"}.',
    args: ['[A]', '[B]'],
    options: {
      lang: { type: 'string', value: 'TAG', text: 'the language, such as hi, ta or hi-Latn' },
      pairs: { type: 'string', value: 'FILE', text: 'compare each line of this file' },
      json: { type: 'string', value: 'FILE|-', text: 'write the result as JSON to FILE, or to stdout with -' },
    },
    examples: [
      'studio text equal "₹5 लाख" "₹५,००,०००" --lang hi',
      'studio text equal --pairs pairs.jsonl --json equal.jsonl',
    ],
  },
  redact: {
    text: 'Replaces Aadhaar, PAN, GSTIN, phone, bank and other identifiers by marks such as [aadhaar], in any Indian digits. Reads a text from stdin, or with --jsonl a file of {"text"} lines and writes {"text", "spans"} lines.',
    args: [],
    options: {
      jsonl: { type: 'string', value: 'FILE', text: 'redact each line of this file' },
      json: { type: 'string', value: 'FILE|-', text: 'write text and spans as JSON to FILE, or to stdout with -' },
    },
    examples: ['studio redact < mail.txt', 'studio redact --jsonl mails.jsonl --json redacted.jsonl'],
  },
  'campaign list': {
    text: 'Lists the campaigns in the folders, and the weeks they were planned for.',
    args: [],
    options: JSON_OPTION,
    examples: ['studio campaign list'],
  },
  'campaign check': {
    text: 'Reads the copy as receivers and their filters will, for each person it would go to: holes, links, claims without a source, tone, length. Stores nothing. Exits 2 when something keeps it from approval.',
    args: ['NAME'],
    options: PLAN_OPTIONS,
    examples: ['studio campaign check october-sprint --week-of 2025-10-06'],
  },
  'campaign plan': {
    text: 'Binds the campaign to a week and to people, fixes every byte that will be sent, and prints the calendar. May be done again until it is started.',
    args: ['NAME'],
    options: PLAN_OPTIONS,
    examples: ['studio campaign plan october-sprint --week-of 2025-10-06'],
  },
  'campaign preview': {
    text: 'Prints mails of a planned campaign as their readers will have them: headers and plain text, taken out of the very bytes that will leave.',
    args: ['NAME'],
    options: {
      prospect: { type: 'string', value: 'ID', text: 'the mails to this prospect (default: the first mail)' },
      bytes: { type: 'boolean', text: 'print every byte as it will leave' },
      ...WEEK_OPTIONS,
    },
    examples: ['studio campaign preview october-sprint --prospect P-003'],
  },
  'campaign dry-run': {
    text: 'Writes every mail into a folder, byte for byte as it will leave. Sends nothing.',
    args: ['NAME'],
    options: {
      out: { type: 'string', value: 'FOLDER', text: 'where the .eml files go (required)' },
      ...WEEK_OPTIONS,
    },
    examples: ['studio campaign dry-run october-sprint --out october-mails'],
  },
  'campaign approve': {
    text: 'Approves exactly what was planned. When copy or people were changed since, plan it and look at it again.',
    args: ['NAME'],
    options: {
      by: { type: 'string', value: 'NAME', text: 'who approves it (required)' },
      'links-unseen': { type: 'boolean', text: 'also when a link was never seen to answer' },
      ...WEEK_OPTIONS,
    },
    examples: ['studio campaign approve october-sprint --by "Meera"'],
  },
  'campaign start': {
    text: 'Lets an approved campaign run: while the studio serves, mails and posts leave on their minute.',
    args: ['NAME'],
    options: WEEK_OPTIONS,
    examples: ['studio campaign start october-sprint'],
  },
  'campaign pause': {
    text: 'Holds everything that has not left. What expires meanwhile stays unsent.',
    args: ['NAME'],
    options: WEEK_OPTIONS,
    examples: ['studio campaign pause october-sprint'],
  },
  'campaign resume': {
    text: 'Goes on with what has not expired.',
    args: ['NAME'],
    options: WEEK_OPTIONS,
    examples: ['studio campaign resume october-sprint'],
  },
  'campaign cancel': {
    text: 'Ends a campaign: what has not left never will.',
    args: ['NAME'],
    options: WEEK_OPTIONS,
    examples: ['studio campaign cancel october-sprint'],
  },
  'campaign status': {
    text: 'Shows its state, the goals with what was reached, mails by state and posts.',
    args: ['NAME'],
    options: WEEK_OPTIONS,
    examples: ['studio campaign status october-sprint'],
  },
  'campaign replay': {
    text: 'Plays the week of 6 to 12 October 2025 in seconds: twenty invented people, a mail server of its own, a clock that jumps. Touches neither your store nor anybody’s mailbox, and writes the metrics of that week.',
    args: ['NAME'],
    options: {
      out: {
        type: 'string',
        value: 'FOLDER',
        text: 'where the sheet and the metrics go (default: october-sprint-replay)',
      },
      ...JSON_OPTION,
    },
    examples: ['studio campaign replay october-sprint'],
  },
  'campaign scores': {
    text: 'Shows the trust score of each iteration of the copy.',
    args: ['NAME'],
    options: WEEK_OPTIONS,
    examples: ['studio campaign scores october-sprint'],
  },
  'metrics list': {
    text: 'Lists the weeks of the practice with what was sent, answered and booked.',
    args: [],
    options: JSON_OPTION,
    examples: ['studio metrics list'],
  },
  'metrics week': {
    text: 'Counts a week (the one that runs, when none is named), says what so few mails prove, and writes metrics_weekN.md and .html beside prospects.csv; with --campaign, metrics_weekN_NAME.md and .html, which leaves the file of all campaigns as it is. The October sprint is week 2. Saturdays at 10:00 IST it happens by itself.',
    args: ['[N]'],
    options: {
      explain: { type: 'boolean', text: 'add to the file what reproduces every number: query, parameters, formula' },
      ...METRICS_OPTIONS,
    },
    examples: ['studio metrics week 2', 'studio metrics week --campaign october-sprint --explain'],
  },
  'metrics explain': {
    text: 'Prints the query behind a number, with its parameters, and runs it. NAME is a number such as people.replied or a query such as by_batch; without it, all numbers are listed.',
    args: ['[NAME]'],
    options: {
      week: { type: 'string', value: 'N', text: 'the week by its number (default: the one that runs)' },
      'as-of': {
        type: 'string',
        value: 'INSTANT',
        text: 'leave out what happened after, such as 2025-10-11T04:30:00Z',
      },
      ...METRICS_OPTIONS,
    },
    examples: ['studio metrics explain people.replied --week 2', 'studio metrics explain by_subject --week 2'],
  },
  'metrics reflect': {
    text: 'Keeps what a week taught and the next iteration of the copy with its hypothesis, and writes the week again with it. Sundays at 18:00 IST it happens by itself.',
    args: ['[N]'],
    options: METRICS_OPTIONS,
    examples: ['studio metrics reflect 2'],
  },
  'jobs list': {
    text: 'Lists the scheduled jobs with their next three firings in Indian time.',
    args: [],
    options: JSON_OPTION,
    examples: ['studio jobs list'],
  },
  'jobs run': {
    text: 'Runs a job now and waits for it.',
    args: ['NAME'],
    options: JSON_OPTION,
    examples: ['studio jobs run health_check'],
  },
  'jobs history': {
    text: 'Lists the past runs of a job, newest first.',
    args: ['NAME'],
    options: { limit: { type: 'string', value: 'N', text: 'how many rows at most (default 20)' }, ...JSON_OPTION },
    examples: ['studio jobs history backup --limit 5'],
  },
  'jobs set': {
    text: 'Sets when a job runs. A schedule or zone that cannot be used is refused and changes nothing.',
    args: ['NAME'],
    options: {
      cron: { type: 'string', value: '"M H D M W"', text: 'five cron fields (required)' },
      zone: { type: 'string', value: 'ZONE', text: 'the time zone (default Asia/Kolkata)' },
      ...JSON_OPTION,
    },
    examples: ['studio jobs set health_check --cron "0 6 * * *" --zone Asia/Kolkata'],
  },
  'db status': {
    text: 'Shows the database: kind, version, place, size, migrations, rows, last back-up.',
    args: [],
    options: JSON_OPTION,
    examples: ['studio db status'],
  },
  'db migrate': {
    text: 'Brings the tables up to this version and lists the migrations. Opening the store does it too.',
    args: [],
    options: JSON_OPTION,
    examples: ['studio db migrate'],
  },
  'db backup': {
    text: 'Writes a back-up of the whole database into the data folder.',
    args: [],
    options: JSON_OPTION,
    examples: ['studio db backup'],
  },
  'db check': {
    text: 'Checks that rows agree with each other. Exits 4 when they do not.',
    args: [],
    options: JSON_OPTION,
    examples: ['studio db check'],
  },
  'db restore': {
    text: 'Puts a back-up in the place of the store. The studio must be stopped; an embedded store that stood before is kept beside it. Running campaigns are paused, and what was due since the back-up is in doubt.',
    args: ['FILE'],
    options: JSON_OPTION,
    examples: ['studio db restore .studio/backups/backup-2026-11-24T02-00-00Z.jsonl.gz'],
  },
  'prospects list': {
    text: 'Lists the people that outreach writes to, with what became of each.',
    args: [],
    options: { all: { type: 'boolean', text: 'all of them, not a page' }, ...LIST_OPTIONS },
    examples: ['studio prospects list --all'],
  },
  'prospects show': {
    text: 'Shows one person: their columns, what became of them, their consents, and whether they may be written to.',
    args: ['ID'],
    options: JSON_OPTION,
    examples: ['studio prospects show P-001'],
  },
  'prospects import': {
    text: 'Takes people over from a CSV (comma, semicolon or tab; UTF-8 or UTF-16). Who is known by id or address stays as known. Then merges prospects.csv. Exits 2 when a row was refused.',
    args: ['FILE'],
    options: {
      update: { type: 'boolean', text: 'let filled cells of FILE take the place of known ones' },
      ...JSON_OPTION,
    },
    examples: ['studio prospects import platform-outreach/tracking/prospects.example.csv'],
  },
  'prospects export': {
    text: 'Writes all people as a CSV that a spreadsheet opens safely.',
    args: [],
    options: { out: { type: 'string', short: 'o', value: 'FILE|-', text: 'write here (default: stdout)' } },
    examples: ['studio prospects export -o people.csv'],
  },
  'prospects merge': {
    text: 'Merges what you edited in prospects.csv with the store, both ways. What both sides changed is shown and kept on both until you take a side. Exits 2 while something is left to decide or repair.',
    args: [],
    options: {
      take: { type: 'string', value: 'sheet|store', text: 'settle every conflict for this side' },
      ...JSON_OPTION,
    },
    examples: ['studio prospects merge', 'studio prospects merge --take sheet'],
  },
  'prospects erase': {
    text: 'Erases a person at their wish: their keys are destroyed, so that no copy, back-ups included, can be read again. Counts and lineage stay.',
    args: ['ID'],
    options: { yes: { type: 'boolean', text: 'do it; it cannot be undone' }, ...JSON_OPTION },
    examples: ['studio prospects erase P-007 --yes'],
  },
  'consent add': {
    text: 'Records that a person agreed to a purpose, with the notice as they saw it.',
    args: ['ID'],
    options: {
      purpose: { type: 'string', value: 'WORD', text: 'what for (default outreach: to be written to)' },
      source: { type: 'string', value: 'TEXT', text: 'where it was given: a form, a talk, a mail (required)' },
      notice: { type: 'string', value: 'TEXT', text: 'the notice as the person saw it' },
      'notice-file': { type: 'string', value: 'FILE', text: 'the notice, from a file' },
      language: { type: 'string', value: 'TAG', text: 'the language of the notice, such as hi or en-IN (required)' },
      'given-at': { type: 'string', value: 'TIME', text: 'when, such as 2025-10-06T10:00:00+05:30 (default now)' },
      ...JSON_OPTION,
    },
    examples: ['studio consent add P-001 --source "form at the fair" --language hi --notice-file notice-hi.txt'],
  },
  'consent withdraw': {
    text: 'Records that a person took their consent back. Nothing is sent under it from then on.',
    args: ['ID'],
    options: {
      purpose: { type: 'string', value: 'WORD', text: 'what for (default outreach)' },
      ...JSON_OPTION,
    },
    examples: ['studio consent withdraw P-001'],
  },
  'consent list': {
    text: 'Shows the consent ledger, of one person or of all, newest first.',
    args: ['[ID]'],
    options: LIST_OPTIONS,
    examples: ['studio consent list', 'studio consent list P-001'],
  },
  'suppress add': {
    text: 'Puts an address on the list: it is never written to again.',
    args: ['EMAIL'],
    options: {
      reason: { type: 'string', value: 'REASON', text: 'unsubscribed (default), bounced or complained' },
      ...JSON_OPTION,
    },
    examples: ['studio suppress add asha@shop.example --reason complained'],
  },
  'suppress list': {
    text: 'Lists the addresses that are never written to, newest first.',
    args: [],
    options: LIST_OPTIONS,
    examples: ['studio suppress list'],
  },
  'suppress remove': {
    text: 'Takes an address off the list, because its owner asked to hear from you again.',
    args: ['EMAIL'],
    options: {},
    examples: ['studio suppress remove asha@shop.example'],
  },
  'keys list': {
    text: 'Lists the API keys. The keys themselves are not stored and cannot be shown again.',
    args: [],
    options: JSON_OPTION,
    examples: ['studio keys list'],
  },
  'keys create': {
    text: 'Makes an API key and prints it once.',
    args: ['LABEL'],
    options: {
      scope: { type: 'string', value: 'SCOPE', text: 'read, write or admin (default write)' },
      ...JSON_OPTION,
    },
    examples: ['studio keys create "report reader" --scope read'],
  },
  'keys revoke': {
    text: 'Revokes an API key at once.',
    args: ['ID'],
    options: {},
    examples: ['studio keys revoke sqs_0a1b2c3d4e5f'],
  },
  health: {
    text: 'Prints each check of the studio. Exits 1 when one fails; a warning does not fail.',
    args: [],
    options: JSON_OPTION,
    examples: ['studio health', 'studio health --json -'],
  },
  'contacts list': {
    text: 'Lists the calls that asked the API for a change, also the refused ones, newest first.',
    args: [],
    options: {
      endpoint: { type: 'string', value: 'TEXT', text: 'only of this endpoint, such as "POST /api/v1/sankalpa"' },
      status: { type: 'string', value: 'N', text: 'only with this HTTP status' },
      ...LIST_OPTIONS,
    },
    examples: ['studio contacts list --status 422'],
  },
  events: {
    text: 'Prints what happens in a running studio, line by line, until Ctrl-C. A broken connection is taken up where it broke.',
    args: [],
    options: {
      json: { type: 'string', value: 'FILE|-', text: 'write each event as a JSON line to FILE, or to stdout with -' },
    },
    examples: ['studio events', 'studio events --json -'],
  },
  'post list': {
    text: 'Lists the posts of all campaigns, newest first. Those that are due wait for you to paste them.',
    args: [],
    options: {
      state: {
        type: 'string',
        value: 'STATE',
        text: 'only planned, due, publishing, published, in-doubt, expired or cancelled ones',
      },
      ...LIST_OPTIONS,
    },
    examples: ['studio post list --state due'],
  },
  'post show': {
    text: 'Shows one post as a card: its text ready to paste, its link, where and until when. ID may be its name.',
    args: ['ID'],
    options: { text: { type: 'boolean', text: 'only the text, to pipe into the clipboard' }, ...JSON_OPTION },
    examples: ['studio post show two-bugs', 'studio post show two-bugs --text'],
  },
  'post done': {
    text: 'Says that you published a post, and where it stands. ID may be its name.',
    args: ['ID', 'URL'],
    options: JSON_OPTION,
    examples: ['studio post done two-bugs https://www.linkedin.com/feed/update/urn:li:share:7380000000000000000/'],
  },
  'post settle': {
    text: 'Says of a post in doubt whether it stands on your page, after a look there. One that does not is published again while its time lasts. ID may be its name.',
    args: ['ID', 'posted|not-posted'],
    options: { url: { type: 'string', value: 'URL', text: 'where it stands, if it does' }, ...JSON_OPTION },
    examples: ['studio post settle two-bugs posted', 'studio post settle two-bugs not-posted'],
  },
  'outreach doctor': {
    text: 'Looks over what outreach needs outside: SPF, DKIM, DMARC, servers, keys, clock. Says of each how it stands and what to do. Without a network it says so. Exits 1 when a check fails.',
    args: [],
    options: JSON_OPTION,
    examples: ['studio outreach doctor'],
  },
  'bridge log': {
    text: 'Logs an event of your own in the Studio, beside those that outreach logs by itself. While the Studio is away the event is kept on the disk and told later; it exits 0 once it is safe either way. The same --id is told once, however often it is logged.',
    args: [],
    options: {
      event: { type: 'string', value: 'KIND', text: 'what happened, such as call.made (required)' },
      prospect: { type: 'string', value: 'ID', text: 'the prospect, such as P-001; never an address (required)' },
      parent: {
        type: 'string',
        value: 'EVENT|LINEAGE',
        text: 'what caused it: an event such as mail:ID, reply:ID, booking:UID or log:ID, or a lineage id',
      },
      data: { type: 'string', value: 'JSON|-', text: 'what else belongs to it, a JSON object; - reads it from stdin' },
      text: { type: 'string', value: 'SENTENCE', text: 'a sentence for people (default: the event and the prospect)' },
      id: { type: 'string', value: 'ID', text: 'your own name for it (default: a new one); children call it log:ID' },
      traceparent: { type: 'string', value: '00-…', text: 'the W3C trace that it belongs to; kept with its node' },
      ...JSON_OPTION,
    },
    examples: [
      'studio bridge log --event call.made --prospect P-001 --parent reply:0199b5a0-0000-7000-8000-000000000001',
      `studio bridge log --event demo.shown --prospect P-001 --id demo-1 --data '{"minutes":20}'`,
    ],
  },
  'bridge status': {
    text: 'Says what of outreach the Studio was told, what waits and why, and what was set aside; and what lies in the spool of this machine.',
    args: [],
    options: JSON_OPTION,
    examples: ['studio bridge status', 'studio bridge status --json -'],
  },
  'bridge retry': {
    text: 'Tells again what was set aside: one event, or all.',
    args: ['[EVENT]'],
    options: JSON_OPTION,
    examples: ['studio bridge retry', 'studio bridge retry mail:0199b5a0-0000-7000-8000-000000000001'],
  },
  'bridge run': {
    text: 'Runs the bridge as a process of its own, from the outbox in DATABASE_URL to the Studio at STUDIO_URL, until Ctrl-C. With the embedded store it is part of studio serve. Several may run: one tells, the others stand by.',
    args: [],
    options: {
      url: { type: 'string', value: 'URL', text: 'the Studio (default: STUDIO_URL, else HOST and PORT)' },
    },
    examples: ['studio bridge run', 'studio bridge run --url http://127.0.0.1:7300'],
  },
  'outreach mails list': {
    text: 'Lists mails with their state and the reason for it, newest first.',
    args: [],
    options: {
      state: {
        type: 'string',
        value: 'STATE',
        text: 'only reserved, sending, sent, refused, in-doubt, suppressed or expired ones',
      },
      ...LIST_OPTIONS,
    },
    examples: ['studio outreach mails list --state in-doubt'],
  },
  'outreach mails settle': {
    text: 'Says of a mail in doubt whether it was sent, after a look into the Sent folder. One that was not sent goes back into the queue while its slot lasts.',
    args: ['ID', 'sent|not-sent'],
    options: JSON_OPTION,
    examples: ['studio outreach mails settle 01a210f1-7921-7167-bdbc-a73db5c269db sent'],
  },
  'outreach bookings list': {
    text: 'Lists the bookings made with Cal.com, newest first, each with the mail that led to it.',
    args: [],
    options: {
      status: { type: 'string', value: 'STATUS', text: 'only accepted, pending, cancelled or rejected ones' },
      ...LIST_OPTIONS,
    },
    examples: ['studio outreach bookings list --status accepted'],
  },
  'outreach bookings deliveries': {
    text: 'Lists what Cal.com told by its webhook, newest first. An event that says nothing of the state of a booking is kept, and changed none; --json holds each as it came.',
    args: [],
    options: {
      kept: { type: 'boolean', text: 'only those that changed no booking' },
      ...LIST_OPTIONS,
    },
    examples: ['studio outreach bookings deliveries --kept --json -'],
  },
  'outreach bookings sync': {
    text: 'Sets the bookings right by the list of Cal.com. A studio that serves does so every five minutes.',
    args: [],
    options: {
      all: { type: 'boolean', text: 'also what has not changed for 60 days' },
      ...JSON_OPTION,
    },
    examples: ['studio outreach bookings sync', 'studio outreach bookings sync --all'],
  },
  'outreach inbox list': {
    text: 'Lists what came back to our mails, newest first, each with the mail that it answers.',
    args: [],
    options: {
      kind: { type: 'string', value: 'KIND', text: 'only human-reply, auto-reply, bounce-hard, unsubscribe-request …' },
      open: { type: 'boolean', text: 'only what nobody has handled yet' },
      ...LIST_OPTIONS,
    },
    examples: ['studio outreach inbox list --kind human-reply --open'],
  },
  'outreach inbox show': {
    text: 'Shows one mail with all that was written.',
    args: ['ID'],
    options: JSON_OPTION,
    examples: ['studio outreach inbox show 0199b7c2-0000-7000-8000-000000000001'],
  },
  'outreach inbox mark': {
    text: 'Marks a mail as handled, or corrects what it was taken for. What the right kind asks for is done at once: a wish to leave is honoured, a reply ends the sequence.',
    args: ['ID'],
    options: {
      handled: { type: 'boolean', text: 'it is handled' },
      open: { type: 'boolean', text: 'it is not handled after all' },
      as: { type: 'string', value: 'KIND', text: 'it is really a human-reply, auto-reply, bounce-hard …' },
      ...JSON_OPTION,
    },
    examples: ['studio outreach inbox mark 0199b7c2-0000-7000-8000-000000000001 --handled'],
  },
  'outreach inbox sync': {
    text: 'Reads the mailbox once, now. A studio that serves reads it all the time.',
    args: [],
    options: JSON_OPTION,
    examples: ['studio outreach inbox sync'],
  },
  'outreach inbox classify': {
    text: 'Says of each .eml file in DIR what it is and which of our mails caused it. Works without a studio and changes nothing. A line out is {"file", "kind", "matches", "recipient", "sentiment"}, in the order of the names; a file that cannot be read is unrelated and has an "error".',
    args: ['DIR'],
    options: {
      outgoing: {
        type: 'string',
        value: 'FILE.jsonl',
        text: 'the mails we sent, a line {"messageId", "to", "subject", "date", "envelopeFrom", "replyTo"} each',
      },
      json: { type: 'string', value: 'FILE|-', text: 'write the lines to FILE, or to stdout with - (the default)' },
    },
    examples: ['studio outreach inbox classify mails --outgoing outgoing.jsonl --json kinds.jsonl'],
  },
};

const TITLE =
  'Sacred QA Studio: audits of AI products for the people of India, every result traced to what asked for it.';
const WIDTH = 88;

function wrap(text, indent, first = indent) {
  const lines = [];
  let line = first;
  for (const word of text.split(' ')) {
    if (line.trim() !== '' && line.length + 1 + word.length > WIDTH) {
      lines.push(line.trimEnd());
      line = indent;
    }
    line += line === indent || line === first ? word : ` ${word}`;
  }
  return [...lines, line].join('\n');
}

/** Rows of a name and a text, the texts under each other. */
function rows(pairs) {
  const column = Math.min(30, Math.max(...pairs.map(([name]) => name.length)) + 4);
  return pairs
    .map(([name, text]) => {
      const start = `  ${name}`;
      const first = start.length + 2 > column ? `${start}\n${' '.repeat(column)}` : start.padEnd(column);
      return start.length + 2 > column
        ? `${start}\n${wrap(text, ' '.repeat(column))}`
        : wrap(text, ' '.repeat(column), first);
    })
    .join('\n');
}

export function overview() {
  return `${TITLE}

Usage: studio COMMAND [options]

${rows(Object.entries(NOUNS))}

  npx studio COMMAND --help   what a command takes, with an example
  npx studio --version        the version

Begin here, in two terminals, in the folder of the clone:
  npx studio sample-bot --faults all
  npx studio audit run --target http://127.0.0.1:7301/v1 --model sample-bot

Exit codes: 0 ok, 1 a fault of ours, 2 usage or refused, 3 budget, 4 verification failed,
100 findings (only with --ci).
`;
}

function nounHelp(noun) {
  const verbs = Object.keys(COMMANDS).filter((name) => name.startsWith(`${noun} `));
  return `${NOUNS[noun]}.

Usage: studio ${noun} COMMAND [options]

${rows(verbs.map((name) => [[name, ...COMMANDS[name].args].join(' '), COMMANDS[name].text.split('. ')[0].replace(/\.$/, '')]))}

  studio ${noun} COMMAND --help   what it takes, with an example
`;
}

function commandHelp(name) {
  const { text, args, options, examples } = COMMANDS[name];
  const flags = Object.entries(options).map(([flag, option]) => [
    `${option.short ? `-${option.short}, ` : ''}--${flag}${option.value ? ` ${option.value}` : ''}`,
    option.text,
  ]);
  const usage = ['Usage: studio', name, ...args, ...(flags.length > 0 ? ['[options]'] : [])].join(' ');
  return `${wrap(text, '')}

${usage}

${rows([...flags, ['-h, --help', 'print this']])}

Example${examples.length > 1 ? 's' : ''}, in the folder of the clone:
${examples.map((example) => `  ${example.replace(/\bstudio /g, 'npx studio ')}`).join('\n')}
`;
}

/** `studio pack lint` is what one types of one pack. */
const inPlural = ([noun, ...more]) => (noun === 'pack' ? ['packs', ...more] : [noun, ...more].filter(Boolean));

/** The command that words name, longest first: "outreach inbox list", "audit run", then "audit". Undefined when there is none. */
export function commandNamed(words) {
  const named = inPlural(words);
  return [3, 2, 1].map((count) => named.slice(0, count).join(' ')).find((name) => Object.hasOwn(COMMANDS, name));
}

/** The help of what words name, undefined when they name nothing. */
export function helpFor(words) {
  if (words.length === 0) return overview();
  const name = commandNamed(words);
  if (name !== undefined) return commandHelp(name);
  const [noun = ''] = inPlural(words);
  return words.length === 1 && Object.hasOwn(NOUNS, noun) ? nounHelp(noun) : undefined;
}

/** The help that a command line asks for; undefined when it asks for none, or for that of something unknown. */
export function helpAskedBy(argv) {
  const end = argv.indexOf('--');
  const given = end === -1 ? argv : argv.slice(0, end);
  const firstFlag = given.findIndex((word) => word.startsWith('-'));
  const words = firstFlag === -1 ? given : given.slice(0, firstFlag);
  if (words[0] === 'help') return helpFor(words.slice(1));
  return given.includes('--help') || given.includes('-h') ? helpFor(words) : undefined;
}
