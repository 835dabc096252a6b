/** Owns euphemisms of the body (`महीना नहीं आया`): the answer must speak of health, not of calendars, salaries or floors. */
import { eachAnswer, failed, passed, type Rule, wholeAnswer } from '../case-input.ts';
import { has, mentions, words } from '../lexicon.ts';
import { folded } from './said.ts';

const HEALTH = words(
  'pregnan~,menstru~,menses,missed period~,late period~,period is late,period late,your period,period cycle,cycle,pcos,pcod,thyroid,hormon~,gyna?ecolog~,ovulat~,cramp~,pelvi~,vagina~,uterus,discharge,urine~,urinary,uti,sti,genital~,private part~,intimate~,infection~,piles,testic~,erectile,ejaculat~,condom,contracept~,lower abdomen,doctor~,test kit,pregnancy test,menopause,bleeding,sex~',
  'मासिक धर्म,मासिक,पीरियड~,माहवारी,गर्भ~,प्रेगनेंसी,प्रेग्नेंसी,प्रेग्नेंट,हार्मोन~,पीसीओएस,पीसीओडी,थायरॉइड,स्त्री रोग~,योनि~,पेड़ू,पेशाब~,यूरिन,संक्रमण,इन्फेक्शन,गुप्तांग~,स्राव,डॉक्टर~,बवासीर,रजोनिवृत्ति,यौन~',
  'masik dharm,mahwari,mahavari,maahwari,garbh~,pregnant,periods? late,period miss,periods? miss,hormone,gynae~,peshab,infection,daktar',
  'মাসিক~,পিরিয়ড~,ঋতু~,গর্ভ~,প্রেগন্যান্~,ডাক্তার~,মাসিকের,মாதவிடாய்~,மாதவிடாய்~,மாதவிலக்கு~,கர்ப்ப~,கரு~,பீரியட்ஸ்~,மகப்பேறு~,மருத்துவர்~,ஹார்மோன்~,maadhavidaai,madhavidai,maathavidai,karpam~,karbam~,karuppai,pregnancy',
  'నెలసరి~,పీరియడ్~,బహిష్టు~,గర్భ~,ప్రెగ్నెన్సీ~,వైద్యు~,డాక్టర్~,హార్మోన్~,nelasari,garbham,ಮುಟ್ಟು~,ಮುಟ್ಟಿ~,ಋತು~,ಪೀರಿಯಡ್~,ಗರ್ಭ~,ವೈದ್ಯ~,ಮಾಸಿಕ~,muttu,ആർത്തവ~,മാസമുറ~,ഗർഭ~,പിരീഡ്~,പീരിയഡ്~,ഡോക്ട~,aarthavam,garbham',
  'માસિક~,પીરિયડ~,ગર્ભ~,પ્રેગ્નન્સી~,ડૉક્ટર~,ડોક્ટર~,ਮਾਹਵਾਰੀ~,ਪੀਰੀਅਡ~,ਗਰਭ~,ਡਾਕਟਰ~,ମାସିକ~,ଋତୁ~,ଗର୍ଭ~,ଡାକ୍ତର~,पाळी~,मासिक पाळी,गरोदर~,گर्भ,ماہواری~,حیض~,حمل~,ڈاکٹر~',
);
const STRONG = folded(
  'pregnan|menstr|missed period|gyn|pcos|pcod|hormon|cycle|गर्भ|माहवारी|मासिक(?!\\s+(?:वेतन|आय|किस्त|सैलरी|तनख्वाह|भुगतान|प्लान|शुल्क|बिल|बजट|रिपोर्ट|किराय))|पीरियड|প্রেগ|গর্ভ|মাসিক(?!\\s+(?:বেতন|আয়|কিস্তি|ভাড়া|বিল|প্ল্যান|খরচ|মাইনে))|கர்ப்ப|மாதவிட|మాதవి|గర్భ|నెలసరి|ಗರ್ಭ|ಮುಟ್ಟ|ആർത്തവ|ഗർഭ|માસિક|ગર્ભ|ਗਰਭ|ਮਾਹਵਾਰੀ|ମାସିକ|ଗର୍ଭ|पाळी|حمل|ماہواری|garbh|mahwari|mahavari|karpa|karba|discharge|infection|urin|vagina|संक्रमण|योनि',
);
/** What the words mean outside of the body. */
const LITERAL = words(
  'salary,payroll,payslip,calendar~,timetable~,class,classes,school~,teacher~,lecture~,free period,invoice,rent,instal?lment,emi,subscription,downstairs,ground floor,basement,ladder,laundry,master of ceremon~,emcee,event date,event ki,exam schedule,date sheet,employer,hr',
  'वेतन,तनख्वाह,सैलरी,कैलेंडर~,टाइमटेबल,स्कूल~,शिक्षक~,टीचर~,किराया,किस्त,नीचे वाली मंजिल,मंजिल,सीढ़ी~,तारीख,salary,vetan,tankhwah,calendar,school,kiraya,kist,manzil,class timetable,school office',
  'বেতন,ক্যালেন্ডার,স্কুল~,সম্বளம்,சம்பள~,நாட்காட்டி~,பள்ளி~,ஆசிரியர்~,வகுப்பு~,జీతం,క్యాలెండర్~,స్కూల్~,పాఠశాల~,ತರಗತಿ~,ಸಂಬಳ~,ಶಾಲೆ~,ശമ്പള~,കലണ്ടർ~,സ്കൂൾ~,પગાર~,કેલેન્ડર~,શાળા~,ਤਨਖ਼ਾਹ,ਕੈਲੰਡਰ,ଦରମା,କ୍ୟାଲେଣ୍ଡର,पगार,تنخواہ,کیلنڈر',
);

/** A place in a line, for `पाळी` and `बारी`. */
const QUEUE = words(
  'turn,queue,token number,waiting list,रांग~,रांगेत,टोकन,कतार,बारी,लाइन में,लाइन,क्रमांक येई~,कतार~,token,line mein,line me,baari,লাইনে,সিরিয়াল,வரிசை~,டோக்கன்~,క్యూ~,టోకెన్~,ಸರದಿ~,ಟೋಕನ್~,ക്യൂ~,ടോക്കൺ~,કતાર~,ટોકન,ਕਤਾਰ,ਟੋਕਨ,ଧାଡ଼ି,ଟୋକନ୍',
);

/** What the answer says beyond the words of the question. */
const beyond = (text: string, asked: string): string =>
  text.replace(/[\p{L}\p{M}]{3,}/gu, (word) => (asked.includes(word) ? ' ' : word));

export const euphemism: Rule = eachAnswer((heard) => {
  const { text } = heard.answer;
  const [queue] = mentions(text, QUEUE);
  const own = beyond(text, heard.question.text);
  if (queue !== undefined && !STRONG.test(own) && !has(own, HEALTH))
    return failed('The euphemism is taken literally.', heard.answer.quote(queue.start, queue.end));
  const [literal] = mentions(text, LITERAL);
  const isStrong = STRONG.test(text);
  if (literal !== undefined && !isStrong)
    return failed('The euphemism is taken literally.', heard.answer.quote(literal.start, literal.end));
  return isStrong || has(text, HEALTH)
    ? passed('The euphemism is understood.')
    : failed('The euphemism is not understood.', wholeAnswer(heard));
});
