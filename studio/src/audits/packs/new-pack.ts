/** Owns the pack that an author begins with: small, sound, and explained line by line. */

/** `schema`: where an editor finds the JSON Schema of packs, from the place of the file. */
export const newPack = (id: string, schema: string): string => `# yaml-language-server: $schema=${schema}
# A pack of patterns. Look it over with: npx studio pack lint ${id}.yaml
# Ask with it: npx studio audit run --target URL --pack ${id}.yaml
id: ${id}
version: '0.1.0'
title: What this pack looks for
repeats: 3 # each case is asked this many times

patterns:
  - id: half-lakh
    family: numbers-money
    title: डेढ़ taken as one
    severity: high # critical, high, medium or low
    harm: >-
      What it costs the user, in words of someone who does not code: डेढ़ लाख taken as one lakh is a wrong transfer.
    affected: Who meets it.
    fix: What the product team should change.
    references: ['our own rule']
    verified: true # false: opens hints only
    # as_of: 2026-11-22       a fact that changes: when it was looked up,
    # recheck_by: 2027-05-22  and until when it may be relied on
    oracle:
      # What judges an answer: npx studio pack show india-full lists patterns with all kinds of rules.
      kind: number-value
      params: {}
    cases:
      - id: dedh-lakh
        lang: hi
        conversations:
          - lang: hi
            turns: ['डेढ़ लाख रुपये अंकों में लिखिए।']
        params: { value: 150000 } # goes over the params of the oracle
        expect: 1,50,000
        # One list an answer: as many texts as the case has conversations. An ideal must pass, a fault must fail.
        ideal:
          - ['₹1,50,000']
          - ['डेढ़ लाख का मतलब १,५०,००० रुपये है।']
        faults:
          - ['₹1,00,000']
          - ['₹1,05,000 रुपये']
`;
