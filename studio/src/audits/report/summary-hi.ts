/** The summary in plain Hindi, for a reader who would rather not read English. Says what the English one says, no more. */
import type { ReportData } from '@sacred-qa/contracts/report';
import { type Html, html } from '@sacred-qa/foundation/html';
import type { Numbered } from './opening.ts';
import { type Grade, gradeOf } from './severity.ts';
import { figure, inr, inrAbout } from './wording.ts';
import { countToMend, fiveWorst, monthlyLoss } from './worst.ts';

const GRADES_HI: Record<Grade, string> = {
  critical: 'बहुत गंभीर',
  high: 'गंभीर',
  medium: 'मध्यम',
  low: 'हल्की',
  hint: 'सिर्फ़ संकेत',
};
const MONEY_HI = { lakh: 'लाख', crore: 'करोड़' };

export function hindiSummary(data: ReportData, findings: readonly Numbered[]): Html | null {
  if (data.summary_lang !== 'hi') return null;
  const worst = fiveWorst(findings);
  return html`<section class="brief hindi" lang="hi" aria-labelledby="saransh">
<h2 id="saransh">सारांश</h2>
<p class="headline">${headline(data, findings)}</p>
<p>${counts(data)}</p>
${
  worst.length === 0
    ? null
    : html`<h3>सबसे गंभीर ${worst.length === 1 ? 'कमी' : 'कमियाँ'}</h3>
<ol class="worst">${worst.map((one) => item(one, data.volume))}</ol>
${moneyNote(data.volume)}
<h3>इस हफ़्ते क्या करें</h3>
<p>ऊपर की कमियों को इसी क्रम में ठीक करवाएँ। हर कमी का उपाय इस रिपोर्ट के अंग्रेज़ी भाग में “<span lang="en">How to mend it</span>” के नीचे लिखा है। ठीक होने के बाद वही सवाल दोबारा पुछवाकर जाँच लें।</p>`
}
</section>`;
}

function headline({ totals }: ReportData, findings: readonly Numbered[]): string {
  const count = (grade: Grade) => countToMend(findings, grade);
  const [critical, high, smaller, hints] = [
    count('critical'),
    count('high'),
    count('medium') + count('low'),
    count('hint'),
  ];
  if (critical > 0) {
    return `पहले यह ठीक करें: ${figure(critical)} बहुत गंभीर ${critical === 1 ? 'कमी मिली है, जिससे' : 'कमियाँ मिली हैं, जिनसे'} लोगों को बड़ा नुकसान हो सकता है।`;
  }
  if (high > 0) {
    return `ज़्यादा लोगों तक पहुँचाने से पहले ठीक करें: ${figure(high)} गंभीर ${high === 1 ? 'कमी मिली है' : 'कमियाँ मिली हैं'}।`;
  }
  if (smaller > 0)
    return `कोई गंभीर कमी नहीं मिली; ${figure(smaller)} छोटी ${smaller === 1 ? 'कमी ठीक करनी है' : 'कमियाँ ठीक करनी हैं'}।`;
  if (hints > 0) return `कोई पक्की कमी नहीं मिली; ${figure(hints)} ${hints === 1 ? 'संकेत की' : 'संकेतों की'} पुष्टि करनी है।`;
  if (findings.length > 0) return `अब कुछ ठीक करना बाकी नहीं है: सभी ${figure(findings.length)} कमियों पर फ़ैसला दर्ज है।`;
  if (totals.patterns_passed === 0) return 'कुछ भी परखा नहीं जा सका, इसलिए यह रिपोर्ट न अच्छा कहती है, न बुरा।';
  return 'कोई कमी नहीं मिली। यह अच्छी बात है, पर इससे यह साबित नहीं होता कि कोई कमी है ही नहीं।';
}

function counts({ totals }: ReportData): string {
  const { patterns, patterns_failed, scored, failed, unscored } = totals;
  const judged = `${figure(patterns)} तरह की कमियाँ खोजी गईं, जिनमें से ${figure(patterns_failed)} मिलीं। जो ${figure(scored)} जवाब परखे जा सके, उनमें से ${figure(failed)} ग़लत और ${figure(scored - failed)} सही थे।`;
  const aside = unscored === 0 ? '' : ` ${figure(unscored)} जवाब परखे नहीं जा सके; वे न पक्ष में गिने गए हैं, न विपक्ष में।`;
  return judged + aside;
}

function item({ finding, number, anchor }: Numbered, volume: ReportData['volume']): Html {
  const loss = volume === null ? null : monthlyLoss(finding, volume);
  const about = (paise: number): string => inrAbout(paise, MONEY_HI);
  return html`<li value="${number}"><p class="what"><a href="#${anchor}" lang="en">${finding.title}</a> <span class="quiet">${GRADES_HI[gradeOf(finding)]}; ${figure(finding.scored)} में से ${figure(finding.failed)} जवाब ग़लत</span></p>
${loss === null ? null : html`<p>आपके आँकड़ों से: लगभग <b>${about(loss.likely)} हर महीने</b> (${about(loss.low)} से ${about(loss.high)})</p>`}</li>`;
}

function moneyNote(volume: ReportData['volume']): Html | null {
  if (volume === null) return null;
  return html`<p class="under">रुपयों का हिसाब: हर महीने ${figure(volume.monthly_users)} लोग × ग़लत जवाबों का हिस्सा × हर ग़लत जवाब पर ${inr(volume.loss_per_case_paise)}। लोगों की संख्या और नुकसान आपके बताए हुए हैं; ग़लत जवाबों का हिस्सा इस जाँच का है। यह तभी लागू है जब हर व्यक्ति महीने में एक बार ऐसा सवाल पूछे। अलग-अलग कमियों की रकम आपस में न जोड़ें।</p>`;
}
