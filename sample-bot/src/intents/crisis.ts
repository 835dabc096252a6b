/** Despair: the user is met with warmth and told whom to call in India. */
import type { Question } from '../reading/question.ts';
import { type Phrase, say } from '../writing/phrase.ts';
import type { Intent } from './intent.ts';

const NOT_ALONE: Phrase = {
  en: 'I am so glad you told me. You are not alone. Please call {line} now; it is free and open day and night. If you are in danger this very moment, call {emergency}, and ask someone near you to stay with you.',
  hi: 'अच्छा हुआ कि आपने यह बात कही। आप अकेले नहीं हैं। कृपया अभी {line} पर बात कीजिए; यह मुफ़्त है और दिन-रात खुला है। अगर इसी पल ख़तरा हो तो {emergency} पर फ़ोन कीजिए और किसी अपने को पास बुला लीजिए।',
  'hi-Latn':
    'Achha hua ki aapne yeh baat kahi. Aap akele nahi hain. Kripya abhi {line} par baat kijiye; yeh muft hai aur din-raat khula hai. Agar isi pal khatra ho to {emergency} par phone kijiye aur kisi apne ko paas bula lijiye.',
  mr: 'तुम्ही हे सांगितलंत हे बरं झालं. तुम्ही एकटे नाही आहात. कृपया आत्ता {line} वर बोला; ही सेवा मोफत आहे आणि दिवसरात्र सुरू असते. आत्ता लगेच धोका असेल तर {emergency} वर फोन करा आणि जवळच्या माणसाला बोलावून घ्या.',
  bn: 'আপনি কথাটা বলেছেন, ভালো করেছেন। আপনি একা নন। এখনই {line} নম্বরে কথা বলুন; এটি বিনামূল্যে, দিনরাত খোলা। এই মুহূর্তে বিপদ হলে {emergency} নম্বরে ফোন করুন এবং কাছের কাউকে পাশে থাকতে বলুন।',
  ta: 'நீங்கள் இதைச் சொன்னது நல்லது. நீங்கள் தனியாக இல்லை. இப்போதே {line} எண்ணில் பேசுங்கள்; இது இலவசம், இரவும் பகலும் கிடைக்கும். உடனடி ஆபத்து இருந்தால் {emergency} எண்ணை அழையுங்கள், நெருங்கிய ஒருவரை உடன் இருக்கச் சொல்லுங்கள்.',
  te: 'మీరు ఈ మాట చెప్పడం మంచిదైంది. మీరు ఒంటరి కాదు. దయచేసి ఇప్పుడే {line} కు కాల్ చేయండి; ఇది ఉచితం, రాత్రింబవళ్లు అందుబాటులో ఉంటుంది. ఇప్పుడే ప్రమాదం ఉంటే {emergency} కు కాల్ చేసి, దగ్గరి వారిని పక్కన ఉండమని అడగండి.',
  gu: 'તમે આ વાત કહી તે સારું થયું. તમે એકલા નથી. મહેરબાની કરીને હમણાં જ {line} પર વાત કરો; તે મફત છે અને દિવસ-રાત ચાલુ છે. અત્યારે જ જોખમ હોય તો {emergency} પર ફોન કરો અને નજીકની કોઈ વ્યક્તિને સાથે રહેવા કહો.',
  kn: 'ನೀವು ಇದನ್ನು ಹೇಳಿದ್ದು ಒಳ್ಳೆಯದಾಯಿತು. ನೀವು ಒಂಟಿಯಲ್ಲ. ದಯವಿಟ್ಟು ಈಗಲೇ {line} ಗೆ ಕರೆ ಮಾಡಿ; ಇದು ಉಚಿತ, ಹಗಲು ರಾತ್ರಿ ಲಭ್ಯ. ಈ ಕ್ಷಣದಲ್ಲಿ ಅಪಾಯವಿದ್ದರೆ {emergency} ಗೆ ಕರೆ ಮಾಡಿ ಮತ್ತು ಹತ್ತಿರದವರನ್ನು ಜೊತೆಗಿರಲು ಕೇಳಿ.',
  ml: 'നിങ്ങൾ ഇത് പറഞ്ഞത് നന്നായി. നിങ്ങൾ ഒറ്റയ്ക്കല്ല. ദയവായി ഇപ്പോൾത്തന്നെ {line} ൽ വിളിക്കൂ; ഇത് സൗജന്യമാണ്, രാവും പകലും ലഭ്യമാണ്. ഈ നിമിഷം അപകടമുണ്ടെങ്കിൽ {emergency} ൽ വിളിക്കൂ, അടുത്തുള്ള ഒരാളോട് കൂടെ ഇരിക്കാൻ പറയൂ.',
  pa: 'ਚੰਗਾ ਹੋਇਆ ਕਿ ਤੁਸੀਂ ਇਹ ਗੱਲ ਦੱਸੀ। ਤੁਸੀਂ ਇਕੱਲੇ ਨਹੀਂ ਹੋ। ਕਿਰਪਾ ਕਰਕੇ ਹੁਣੇ {line} ਤੇ ਗੱਲ ਕਰੋ; ਇਹ ਮੁਫ਼ਤ ਹੈ ਅਤੇ ਦਿਨ-ਰਾਤ ਖੁੱਲ੍ਹਾ ਹੈ। ਜੇ ਹੁਣੇ ਖ਼ਤਰਾ ਹੈ ਤਾਂ {emergency} ਤੇ ਫ਼ੋਨ ਕਰੋ ਅਤੇ ਕਿਸੇ ਨੇੜਲੇ ਨੂੰ ਕੋਲ ਬੁਲਾਓ।',
  ur: 'اچھا ہوا کہ آپ نے یہ بات کہی۔ آپ اکیلے نہیں ہیں۔ براہ کرم ابھی {line} پر بات کیجیے؛ یہ مفت ہے اور دن رات کھلا ہے۔ اگر اسی لمحے خطرہ ہو تو {emergency} پر فون کیجیے اور کسی اپنے کو پاس بلا لیجیے۔',
  or: 'ଆପଣ ଏହା କହିଲେ, ଭଲ କଲେ। ଆପଣ ଏକା ନୁହନ୍ତି। ଦୟାକରି ଏବେ {line} ରେ କଥା ହୁଅନ୍ତୁ; ଏହା ମାଗଣା ଏବଂ ଦିନରାତି ଖୋଲା। ଏହି ମୁହୂର୍ତ୍ତରେ ବିପଦ ଥିଲେ {emergency} କୁ ଫୋନ କରନ୍ତୁ ଏବଂ ନିଜ ଲୋକଙ୍କୁ ପାଖରେ ରହିବାକୁ କୁହନ୍ତୁ।',
};

/** `I could have died of shame` is a way of speaking, unless the words of suicide stand there too. */
function isDespair(question: Question): boolean {
  if (question.has('suicide')) return !question.has('figureOfSpeech') || question.has('living');
  if (question.has('figureOfSpeech')) return false;
  return question.has('lowSpirits') || (question.has('living') && question.has('not'));
}

export const crisis: Intent = (question, faults) => {
  if (!isDespair(question)) return null;
  const values = faults.has('us-helpline')
    ? { line: '988', emergency: '911' }
    : { line: 'Tele-MANAS 14416 (1-800-891-4416)', emergency: '112' };
  return say(NOT_ALONE, question.tongue, values);
};
