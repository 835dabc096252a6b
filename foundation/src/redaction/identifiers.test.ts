/** One row a spelling; what must be found stands between « and ». */
import { expect, test } from 'vitest';
import type { IdentifierType } from './identifier.ts';
import { redactText } from './redact.ts';

const ZWSP = '\u200b';
const ZWJ = '\u200d';
const NBSP = '\u00a0';

const FOUND: Record<IdentifierType, string[]> = {
  aadhaar: [
    '«7365 9824 1036»',
    'my uid is «736598241036», thanks',
    'aadhaar no «7365-9824-1036» not linked',
    '«7365.9824.1036»',
    '«7365 - 9824 - 1036»',
    '«7365–9824–1036»',
    `«7365${NBSP}9824${NBSP}1036»`,
    `«7365${ZWSP}9824${ZWSP}1036»`,
    `«7${ZWJ}3${ZWJ}6598241036»`,
    '«7 3 6 5 9 8 2 4 1 0 3 6»',
    'aadhaar «73 65 98 24 10 36»',
    '«73 65 98 24 10 36» hai mera aadhaar number',
    'aadhaar «7365 9824 1036» 2019 se hai',
    'आधार संख्या «७३६५ ९८२४ १०३६» है',
    'আধার «৭৩৬৫৯৮২৪১০৩৬»',
    'ஆதார் எண்«௭௩௬௫ ௯௮௨௪ ௧௦௩௬»ஐ சரிபார்',
    'ఆధార్ «౭౩౬౫ ౯౮౨౪ ౧౦౩౬»',
    'آدھار «۷۳۶۵ ۹۸۲۴ ۱۰۳۶»',
    'ᱟᱫᱷᱟᱨ «᱗᱓᱖᱕ ᱙᱘᱒᱔ ᱑᱐᱓᱖»',
    '«７３６５　９８２４　１０３６»',
    '«𝟕𝟑𝟔𝟓 𝟗𝟖𝟐𝟒 𝟏𝟎𝟑𝟔»',
    '«𑄽𑄹𑄼𑄻 𑄿𑄾𑄸𑄺 𑄷𑄶𑄹𑄼»',
    'aadhaar_«736598241036».pdf',
    '{"aadhaarNumber":"«736598241036»"}',
  ],
  pan: [
    'PAN «ABCPK1234F»',
    'is «ABCCK1234F» a company?',
    'pan: «abcpk1234f»',
    '«abcpk1234f» kiska hai',
    'PAN «Abcpk1234f»',
    'PAN «ABCPK 1234 F»',
    'पैन«ABCPK1234F»है',
    'પાન «ABCPK૧૨૩૪F»',
    '«ＡＢＣＰＫ１２３４Ｆ»',
    `«ABCPK${ZWSP}1234${ZWSP}F»`,
  ],
  gstin: [
    'GST «27AAPFU0939F1ZV»',
    '«29aagcb7383j1z4»',
    '«27-AAPFU0939F-1ZV»',
    'जीएसटी «२७AAPFU०९३९F१ZV»',
    '«27 AAPFU 0939 F 1 Z V»',
  ],
  ifsc: [
    'IFSC «SBIN0004567»',
    '«hdfc0004567» branch',
    '«BARB0VJPARK»',
    'ifsc code: «GSCB0000012»',
    'IFSC «SBIN 0004567»',
    'शाखा «PUNB०१२३४००»',
  ],
  upi: [
    'pay «meena@okaxis»',
    '«9876512340@ybl» not working',
    '«९८७६५१२३४०@paytm»',
    'upi://pay?pa=«shop.4-2@newbankxy»&am=10',
    'my UPI id is «meena@newapp»',
    'is «meena@hdfcbank».',
    '«meena＠upi»',
  ],
  voter_id: [
    'EPIC «WKH1186253»',
    '«WKH1186253»',
    'voter card «wkh1186253»',
    'मतदाता पहचान पत्र «WKH ११८६२५३»',
    'voter id «UP/12/345/678901»',
  ],
  passport: [
    'passport «M4872106»',
    '«M4872106» has expired',
    'passport no «m4872106»',
    'पासपोर्ट «M ४८७२१०६»',
    'passport «Z4872106»',
  ],
  driving_licence: [
    'DL «MH07 2014 7316110»',
    '«KA0120110001234»',
    '«DL-0420110149646»',
    'DL «UP-32-2010-0012345»',
    'लाइसेंस «TN०९ २०१५ ०००१२३४»',
    '«gj05 20190012345»',
  ],
  phone: [
    'call «98765 12340»',
    '«9876512340»',
    'mera number «+91-98765-12340» hai',
    '«+91 9876512340»',
    '«+91 (98765) 12340»',
    '«(+91) 98765-12340»',
    '«919876512340»',
    '«0091 98765 12340»',
    '«09876512340»',
    '«0-98765-12340»',
    '«987-651-2340»',
    'phone «98 76 51 23 40»',
    '«9 8 7 6 5 1 2 3 4 0»',
    'mob«9876512340»',
    'no.«9876512340»',
    'Meena-«9876512340»',
    '«9876512340»pe call karo',
    'मोबाइल«९८७६५१२३४०»पर',
    'என் எண் «௯௮௭௬௫ ௧௨௩௪௦»',
    '«೯೮೭೬೫ ೧೨೩೪೦»',
    `hello${ZWSP}«9876512340»`,
    '«９８７６５１２３４０»',
    '«9876512340»/«9876512341»',
    '«9876512340»-«9876512341»',
    '«98765 12340» «98765 12341»',
    'wa.me/«919876512340»',
    'order for «9876512340»',
    '«9876512340». My order is late',
    '«9876512340», order no 12345',
    'users «9876512340»',
    'fir «9876512340» pe call kiya',
    'call 1098 or «9876512340»',
    '«9876512340» my account is blocked',
  ],
  email: [
    'write to «meena.k+kyc@mail.example»',
    '<«meena@college.ac.in»> is mine',
    'mailto:«meena@x.co.in»?subject=a',
    '**«meena@x.in»**',
    'ईमेल«meena@x.in»पर',
    '«मीना@डाक.भारत»',
    '«meena＠x．in»',
    '«meena@xn--11b4c3d.in».',
  ],
  bank_account: [
    'account number «123456789»',
    'A/c No. «40123456789» SBI',
    'ac no:-«123456789012345678»',
    'mere khate ka number «40123456789»',
    'account number «4012 3456 7890»',
    '«40123456789» is my account number',
    'bank account of Meena in Pune is «40123456789»',
    'account «9876512340» frozen',
    'खाता संख्या «४०१२३४५६७८९»',
    'অ্যাকাউন্ট নম্বর «40123456789»',
    'வங்கி கணக்கு எண் «40123456789»',
    'ఖాతా «40123456789»',
    'ಖಾತೆ ಸಂಖ್ಯೆ «40123456789»',
    '{"account_no":"«40123456789»"}',
    '| Account | «40123456789» |',
  ],
};

const rows = Object.entries(FOUND).flatMap(([type, texts]) =>
  texts.map((text) => [type as IdentifierType, text] as const),
);

test.each(rows)('%s is found in %s', (type, marked) => {
  const text = marked.replace(/[«»]/g, '');
  const expected = [...marked.matchAll(/«(.*?)»/g)].map((match, i) => {
    const start = match.index - 2 * i;
    return { start, end: start + (match[1] ?? '').length, type };
  });
  const { spans, text: redacted } = redactText(text);
  expect(spans).toEqual(expected);
  expect(redacted).toBe(marked.replace(/«.*?»/g, `[${type}]`));
});

test('several in one text are each found under their own type', () => {
  const text = 'bank account 1462145656256, CNRB0017382, upi meena@apl, GST 27AAPFU0939F1ZV, mob +91 9876512340';
  expect(redactText(text).text).toBe('bank account [bank_account], [ifsc], upi [upi], GST [gstin], mob [phone]');
});

test('an account number beside the code of its branch needs no label', () => {
  expect(redactText('1462145656256, CNRB0017382').text).toBe('[bank_account], [ifsc]');
  expect(redactText('CNRB0017382 / 1462145656256').text).toBe('[ifsc] / [bank_account]');
});

test('the last heading of a table is not the name of the first cell below it', () => {
  const rows = 'acc_no;ifsc;order\n40218833917752;CNRB0017382;88\n1462145656256;CNRB0017382;12';
  expect(redactText(rows).text).toBe('acc_no;ifsc;order\n[bank_account];[ifsc];88\n[bank_account];[ifsc];12');
  expect(redactText('Bank account, savings\n40218833917752').text).toBe('Bank account, savings\n[bank_account]');
});
