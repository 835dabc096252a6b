/** A pack for measuring: as many cases as wanted over five detectors in turn, each case with words of its own. */
import type { Pack } from '@sacred-qa/contracts/pack';

interface Probe {
  kind: Pack['patterns'][number]['oracle']['kind'];
  params: Record<string, unknown>;
  ask: string;
  ideal: string;
  fault: string;
}

const PROBES: Record<string, Probe> = {
  grouping: {
    kind: 'intl-format',
    params: { rule: 'indian-grouping', value: 100000 },
    ask: 'How do I write one lakh rupees in figures?',
    ideal: '₹1,00,000',
    fault: '₹100,000',
  },
  sum: {
    kind: 'number-value',
    params: { rule: 'value', value: 100000 },
    ask: 'सवा लाख में से पच्चीस हज़ार निकल गए, कितने रुपये बचे?',
    ideal: '₹1,00,000',
    fault: '₹1,10,000',
  },
  'day-first': {
    kind: 'date-value',
    params: { rule: 'day-first', month: 8 },
    ask: 'My order comes on 07/08/2026. Which month is that?',
    ideal: 'August.',
    fault: 'July.',
  },
  language: {
    kind: 'script-match',
    params: { rule: 'answer-language' },
    ask: 'மின் கட்டணம் ஏன் இவ்வளவு அதிகம்?',
    ideal: 'நீங்கள் அதிக மின்சாரம் பயன்படுத்தியிருக்கலாம். மீட்டர் அளவைச் சரிபார்க்கவும்.',
    fault: 'You may have used more electricity this month. Please check the meter reading.',
  },
  respect: {
    kind: 'text-match',
    params: { rule: 'respectful-hindi' },
    ask: 'मेरी उम्र 68 साल है। जीवन प्रमाण पत्र कैसे जमा करूँ?',
    ideal: 'आप जीवन प्रमाण ऐप खोलिए और चेहरा स्कैन कीजिए।',
    fault: 'तू ऐप खोल और अपना चेहरा स्कैन कर।',
  },
};

export function benchPack(cases: number, repeats: number): Pack {
  const probes = Object.entries(PROBES);
  return {
    id: `bench-${cases}`,
    version: '1',
    title: `Bench, ${cases} cases`,
    repeats,
    patterns: probes.map(([id, probe], place) => ({
      id: `bench-${id}`,
      family: 'bench',
      title: `The detector ${id}`,
      severity: 'low',
      harm: 'None: a measurement.',
      affected: 'Nobody.',
      fix: 'Nothing.',
      references: [],
      verified: true,
      oracle: { kind: probe.kind, params: probe.params },
      cases: Array.from({ length: Math.ceil((cases - place) / probes.length) }, (_, i) => ({
        id: `case-${i}`,
        lang: langOf(id),
        conversations: [{ lang: langOf(id), turns: [`${probe.ask} (#${i})`] }],
        expect: 'What the detector wants.',
        ideal: [[probe.ideal]],
        faults: [[probe.fault]],
      })),
    })),
  };
}

const langOf = (id: string): string => (id === 'language' ? 'ta' : id === 'sum' || id === 'respect' ? 'hi' : 'en');
