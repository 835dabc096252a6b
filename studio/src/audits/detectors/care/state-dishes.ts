/** Owns well-known dishes of the states, and those that stand for all of India on menus abroad. */
import { words } from '../lexicon.ts';
import { folded } from './said.ts';

export const GENERIC_DISH = words(
  'butter chicken,chicken tikka~,tikka masala,paneer tikka,paneer butter masala,palak paneer,shahi paneer,dal makhani,naan,garlic naan,tandoori chicken,chole bhature,samosa~,curry,chicken curry,vegetable curry,korma,vindaloo,gulab jamun,malai kofta,rajma,aloo gobi,mango lassi,tandoori roti,pav bhaji,masala dosa,biryani',
  'बटर चिकन,चिकन टिक्का,पनीर टिक्का,पनीर बटर मसाला,दाल मखनी,नान,तंदूरी चिकन,छोले भटूरे,समोसा,मलाई कोफ्ता,गुलाब जामुन,राजमा,बिरयानी,বাটার চিকেন,নান,பட்டர் சிக்கன்,நான்,బటర్ చికెన్,నాన్,ಬಟರ್ ಚಿಕನ್,ನಾನ್,ബട്ടർ ചിക്കൻ,നാൻ,બટર ચિકન,નાન,છોલે ભટૂરે,ଛୋଲେ ଭଟୁରେ,ଛୋଲେ ଭଟୂରେ,ବଟର ଚିକେନ୍,ବଟର ଚିକେନ,ପନିର ଟିକ୍କା,ନାନ୍,ਬਟਰ ਚਿਕਨ,ছোলে ভাটুরে,பன்னீர் டிக்கா,சோலே பட்டூரே,పనీర్ టిక్కా,ఛోలే భటూరే,ಪನೀರ್ ಟಿಕ್ಕಾ,ಛೋಲೆ ಭಟೂರೆ,പനീർ ടിക്ക,ഛോലെ ഭട്ടൂരെ,પનીર ટિક્કા,পনির টিক্কা,বটৰ চিকেন,छोले भटुरे,पनीर टिक्का मसाला,بٹر چکن,چھولے بھٹورے',
);

export const DISHES_OF: Record<string, RegExp> = {
  'Andhra Pradesh': words(
    'pulihora,gongura~,pesarattu,pootharekulu,putharekulu,gutti vankaya~,ulavacharu,chepala pulusu,bobbatlu,pappu,natu kodi~,avakaya,royyala~,upma pesarattu,guntur~,punugulu,గోంగూర~,పెసరట్టు,పులిహోర,పూతరేకులు,గుత్తి వంకాయ~,ఉలవచారు,बोब्बट्लु,पेसरट्टू,गोंगुरा,पुलिहोरा',
  ),
  'Arunachal Pradesh': words(
    'thukpa,zan,apong,pika pila,lukter,pehak,bamboo shoot,marua,momos?,wungwut ngam,chura sabji,pasa,kholam,थुकपा,अपोंग,पिका पिला,बांस की कोंपल',
  ),
  Assam: words(
    'khar,masor tenga,maasor tenga,tenga,pitha,til pitha,pitika,aloo pitika,duck curry,haah,laru,payokh,xaak,ou tenga,bora saul,bamboo shoot,khorisa,jolpan,doi chira,खार,मासोर टेंगा,टेंगा,पिठा,पीठा,पितिका,খাৰ,টেঙা,পিঠা,পিটিকা,মাছৰ টেঙা,জলপান',
  ),
  Bihar: words(
    'litti,litti[- ]chokha,chokha,sattu~,thekua,khaja,malpua,pittha,pitha,dal pitha,dalpitha,khurma,tilkut,ghugni,champaran~,ahuna,makhana kheer,chana ghugni,लिट्टी,लिट्टी-चोखा,चोखा,सत्तू~,ठेकुआ,खाजा,पिट्ठा,तिलकुट,घुघनी,चंपारण~,मालपुआ,अनरसा',
  ),
  Chhattisgarh: words(
    'chila,cheela,muthia,farra,fara,bafauri,aamat,sabudana ki khichdi,dubki kadhi,bore baasi,thethri,khurmi,iddhar,angakar roti,चीला,मुठिया,फरा,बफौरी,आमट,डुबकी कढ़ी,बोरे बासी,ठेठरी,खुरमी,अंगाकर',
  ),
  Goa: words(
    'xacuti,vindalho,vindaloo,cafreal,bebinca,sorpotel,balchao,recheado,ambot tik,ambotik,fish curry rice,goan fish curry,sol kadhi,dodol,khatkhate,feni,poi,xec xec,शाकुती,काफ्रियाल,बेबिंका,विंदालू,सोरपोटेल,खतखते,सोल कढ़ी',
  ),
  Gujarat: words(
    'dhokla,khaman,thepla,undhiyu,khandvi,fafda,handvo,patra,muthia,sev tameta,khichu,mohanthal,dal dhokli,gathiya,ghughra,locho,basundi,ढोकला,खमण,थेपला,उंधियू,खांडवी,फाफड़ा,हांडवो,મુઠિયા,ઢોકળા,ખમણ,થેપલા,ઊંધિયું,ખાંડવી,ફાફડા,હાંડવો,દાળ ઢોકળી',
  ),
  Haryana: words(
    'bajra khichdi,bajre ki~,kachri~,singri ki sabzi,hara dhania cholia,besan masala roti,methi gajar,alsi ki pinni,churma,rabri,bathua raita,mithe chawal,बाजरे की~,कचरी~,सिंगरी,चूरमा,बथुआ रायता,अलसी की पिन्नी,मीठे चावल,छोलिया',
  ),
  'Himachal Pradesh': words(
    'dham,madra,chana madra,siddu,sidu,babru,tudkiya bhath,bhey,patande,aktori,chha gosht,mittha,kullu trout,channa madra,धाम,मदरा,सिड्डू,सिद्दू,बबरू,तुड़किया भात,पतांडे,अक्टोरी',
  ),
  'Jammu and Kashmir': words(
    'rogan josh,yakhni,gushtaba,goshtaba,wazwan,dum aloo,haak,nadru~,modur pulao,tabak maaz,kahwa,rista,lyodur tschaman,kaladi,rajma chawal,रोगन जोश,यखनी,गुश्ताबा,वाजवान,हाक,नदरू~,कहवा,मोदुर पुलाव,कलाड़ी',
  ),
  Jharkhand: words(
    'dhuska,rugra,handia,pittha,chilka roti,thekua,litti~,arsa,malpua,bamboo shoot,sandhna,dubki,marh jhor,मड़ुआ,धुस्का,रुगड़ा,हंडिया,चिलका रोटी,अरसा,ठेकुआ,पिट्ठा,सनई',
  ),
  Karnataka: words(
    'bisi bele bath,bisibele~,ragi mudde,mysore pak,neer dosa,mangalore buns,kori rotti,chow chow bath,akki roti,jolada roti,jowar roti,dharwad peda,obbattu,holige,maddur vada,udupi~,pandi curry,kosambari,benne dose,benne dosa,ennegayi,vangi bath,saaru,बिसी बेले~,रागी मुद्दे,मैसूर पाक,नीर डोसा,अक्की रोटी,ಬಿಸಿಬೇಳೆ~,ಬಿಸಿ ಬೇಳೆ~,ರಾಗಿ ಮುದ್ದೆ,ಮೈಸೂರು ಪಾಕ್,ನೀರ್ ದೋಸೆ,ಅಕ್ಕಿ ರೊಟ್ಟಿ,ಜೋಳದ ರೊಟ್ಟಿ,ಒಬ್ಬಟ್ಟು,ಹೋಳಿಗೆ,ಬೆಣ್ಣೆ ದೋಸೆ',
  ),
  Kerala: words(
    'puttu~,appam,avial,aviyal,sadya,sadhya,karimeen~,meen~,thoran,olan,kalan,idiyappam,payasam,erissery,ishtu,stew,kappa,kadala curry,pathiri,thalassery biryani,malabar parotta,beef fry,beef ularthiyathu,unniyappam,पुट्टु,अप्पम,अवियल,साद्य,पायसम,करीमीन,പുട്ട്~,അപ്പം,അവിയൽ,സദ്യ,കരിമീൻ~,തോരൻ,ഓലൻ,കാളൻ,പായസം,എരിശ്ശേരി,കപ്പ~,പത്തിരി,ഇടിയപ്പം',
  ),
  'Madhya Pradesh': words(
    'poha~,poha[- ]jalebi,bhutte ka kees,dal bafla,bafla,palak puri,sabudana khichdi,mawa bati,garadu,shikanji,chakki ki shaak,khopra patties,jalebi,कीस,भुट्टे का कीस,दाल बाफला,बाफला,पोहा~,मावा बाटी,गराडू,शिकंजी,चक्की की शाक',
  ),
  Maharashtra: words(
    'vada pav,misal,misal pav,puran poli,pithla~,zunka~,bhakri,modak,ukadiche modak,thalipeeth,sabudana khichdi,shrikhand,kothimbir vadi,bharli vangi,kanda poha,solkadhi,sol kadhi,tambda rassa,pandhra rassa,varan bhaat,aluvadi,वडा पाव,वड़ा पाव,मिसळ~,मिसल~,पुरण पोळी,पूरन पोली,पिठले,पिठलं,झुणका~,भाकरी,मोदक,थालीपीठ,श्रीखंड,भरली वांगी,कांदा पोहे,तांबडा रस्सा,पांढरा रस्सा',
  ),
  Manipur: words(
    'eromba,iromba,singju,kangshoi,chamthong,morok~,chak-?hao~,nga thongba,nga-thongba,ngari,ooti,uti,paaknam,paknam,kanghou,sana thongba,hawaijar,alu kangmet,chagem pomba,bora,nga atoiba~,इरोम्बा,एरोम्बा,सिंगजू,सिंग्जू,कांगशोई,चामथोंग,चाक-हाओ,चक हाओ,चाकहाओ,ङारी,ऊटी,पाकनम,नगा थोंगबा,মোরোক,এরোম্বা,সিংজু',
  ),
  Meghalaya: words(
    'jadoh,dohneiiong,dohkhlieh,tungrymbai,pumaloi,nakham bitchi,pukhlein,minil songa,sakin gata,dohjem,jastem,ja ?stem,putharo,जादोह,दोहनेइयोंग,तुंगरिम्बाई,पुमालोई,पुखलेन,नाखम बिची,दोहखलीह',
  ),
  Mizoram: words(
    'bai,vawksa rep,misa mach poora,panch phoran tarkari,chhum han,koat pitha,sawhchiar,sawchair,zu,arsa buhchiar,hmarcha rawt,bamboo shoot,chhangban,बाई,वाक्सा रेप,वौक्सा रेप,कोट पीठा,छुम हान,सौचियार',
  ),
  Nagaland: words(
    'axone,akhuni,smoked pork,galho,anishi,bamboo shoot~,fermented bamboo,hinkejvu,zutho,aikibeye,samathu,awushi,zuthse,raja mircha,naga king chilli,अखुनी,अक्सोने,गाल्हो,अनिशी,हिंकेजवु,स्मोक्ड पोर्क,बांस की कोंपल',
  ),
  Odisha: words(
    'dalma,pakhala~,pakhal~,chhena poda,chenna poda,chhenapoda,rasagola,chhena gaja,santula,besara,machha besara,dahi baigana,arisa pitha,poda pitha,manda pitha,enduri~,khaja,ghanta,mudhi mansa,badi chura,chakuli,kanika,chungdi malai,khira gaintha,दालमा,पखाल~,छेना पोड़ा,छेनापोड़ा,रसगोला,संतुला,बेसर,अरिसा~,पोड़ पीठा,एंडुरी~,चकुली,ଡାଲମା,ପଖାଳ~,ଛେନାପୋଡ଼~,ଛେନା ପୋଡ଼~,ରସଗୋଲା,ସନ୍ତୁଳା,ବେସର,ପିଠା,ଅରିଷା~,ଏଣ୍ଡୁରି~,ଘାଣ୍ଟ,ଚକୁଳି',
  ),
  Punjab: words(
    'sarson~,sarson da saag,makki di roti,makki ki roti,amritsari~,kulcha,dal makhani,chole bhature,pinni,lassi,kadhi pakora,butter chicken,tandoori chicken,panjiri,pindi chana,rajma,सरसों~,मक्के~,कुलचा,अमृतसरी~,पिन्नी,लस्सी,कढ़ी पकौड़ा,दाल मखनी,ସରସୋଁ ସାଗ,সরষে শাক,సర్సోం కా సాగ్,ਸਰ੍ਹੋਂ~,ਮੱਕੀ~,ਕੁਲਚਾ,ਪਿੰਨੀ,ਲੱਸੀ,ਪੰਜੀਰੀ',
  ),
  Rajasthan: words(
    'dal[- ]?baati~,dal bati~,baati~,churma,gatte~,gatta~,ker sangri,kair sangri,laal maas,lal maas,ghevar,mirchi vada,pyaaz kachori,bajre ki roti,mohan maas,panchmel dal,mawa kachori,rabdi,raab,दाल बाटी~,दाल-बाटी~,बाटी,चूरमा,गट्टे~,केर सांगरी,लाल मांस,लाल मास,घेवर,मिर्ची वड़ा,प्याज कचौरी,राब',
  ),
  Sikkim: words(
    'phagshapa,gundruk,sinki,thukpa,momos?,sel roti,kinema,churpi,chhurpi,dhindo,sha phaley,chambray rice,tongba,gyathuk,फागशापा,गुंद्रुक,थुकपा,मोमो,सेल रोटी,किनेमा,छुरपी,ढिंडो,तोंगबा',
  ),
  'Tamil Nadu': words(
    'pongal,ven pongal,sambar,rasam,idli,dosa,chettinad~,kothu parotta,kuzhi paniyaram,paniyaram,puliyodarai,kuzhambu,vatha kuzhambu,kootu,poriyal,payasam,adai,uttapam,filter coffee,sundal,jigarthanda,kari dosai,पोंगल,सांभर,रसम,चेट्टिनाड~,पनियारम,இட்லி,தோசை,பொங்கல்,சாம்பார்,ரசம்,பணியாரம்,குழம்பு,புளியோதரை,செட்டிநாடு~,கூட்டு,பொரியல்,கொத்து பரோட்டா',
  ),
  Telangana: words(
    'hyderabadi biryani,hyderabadi haleem,haleem,sakinalu,sarva pindi,jonna rotte,garijelu,pachi pulusu,mirchi ka salan,qubani ka meetha,khubani ka meetha,double ka meetha,malidalu,ankapur chicken,golichina mamsam,bagara baingan,bagara annam,सकिनालु,सर्व पिंडी,हलीम,हैदराबादी~,मिर्ची का सालन,डबल का मीठा,సకినాలు,సర్వపిండి,సర్వ పిండి,జొన్న రొట్టె,పచ్చి పులుసు,హలీమ్,గారెలు,బగారా~',
  ),
  Tripura: words(
    'mui borok,berma,wahan mosdeng,gudok,chakhwi,muya awandru,bhangui,kosoi bwtwi,panch phoron tarkari,awan bangwi,मुई बोरोक,बेरमा,गुडोक,चाखवी,वाहन मोसडेंग,मुया अवांद्रु',
  ),
  'Uttar Pradesh': words(
    'galouti~,galauti~,tunday~,kakori~,awadhi~,lucknowi~,bedmi~,bedai,petha,tehri,nihari,makhan malai,malaiyo,nimish,kachori sabzi,baati chokha,rampuri~,shahi tukda,sheermal,गलौटी~,टुंडे~,काकोरी~,अवधी~,बेड़मी~,बेड़ई,पेठा,तहरी,निहारी,मलइयो,मक्खन मलाई,बाटी चोखा,शीरमाल',
  ),
  Uttarakhand: words(
    'kafuli,kaapa,phaanu,phanu,chainsoo,chainsu,bhatt ki churkani,bhatt~,jhangora~,aloo ke gutke,gahat~,kandali~,dubuk,mandua roti,mandue~,bal mithai,singori,baadi,thechwani,काफुली,कापा,फाणू,चैंसू,भट्ट~,झंगोरा~,आलू के गुटके,गहत~,कंडाली~,मंडुए~,बाल मिठाई,सिंगोरी,बाड़ी,डुबके',
  ),
  'West Bengal': words(
    'macher jhol,machher jhol,maacher jhol,shorshe ilish,ilish~,bhapa ilish,kosha mangsho,luchi,aloo posto,alu posto,posto,shukto,mishti doi,sandesh,rosogolla,rasgulla,chingri malai~,cholar dal,begun bhaja,pithe,patishapta,kathi roll,मिष्टी दोई,माछेर झोल,शुक्तो,लूची,संदेश,रसगुल्ला,आलू पोस्तो,कोशा मांगशो,ইলিশ~,মাছের ঝোল,কষা মাংস,লুচি,পোস্ত,আলু পোস্ত,শুক্তো,মিষ্টি দই,সন্দেশ,রসগোল্লা,চিংড়ি মালাই~,পাটিসাপটা',
  ),
};

const NAMED: [string, RegExp][] = [
  ['Andhra Pradesh', folded('andhra|आंध्र|ఆంధ్ర|ஆந்திர|ಆಂಧ್ರ')],
  ['Arunachal Pradesh', folded('arunachal|अरुणाचल')],
  ['Assam', folded('assam|axom|असम|অসম|আসাম|असमिया')],
  ['Bihar', folded('bihar|बिहार|বিহার')],
  ['Chhattisgarh', folded('chhattisgarh|chattisgarh|छत्तीसगढ़')],
  ['Goa', folded('\\bgoa|गोवा|गोअन')],
  ['Gujarat', folded('gujarat|गुजरात|ગુજરાત')],
  ['Haryana', folded('haryan|हरियाण')],
  ['Himachal Pradesh', folded('himachal|हिमाचल')],
  ['Jammu and Kashmir', folded('kashmir|कश्मीर|कश्मिर|کشمیر')],
  ['Jharkhand', folded('jharkhand|झारखंड|झारखण्ड')],
  ['Karnataka', folded('karnataka|kannada|कर्नाटक|ಕರ್ನಾಟಕ|கர்நாடக')],
  ['Kerala', folded('kerala|केरल|കേരള|கேரள')],
  ['Madhya Pradesh', folded('madhya pradesh|\\bmp\\b|मध्य प्रदेश|मध्यप्रदेश|indore|इंदौर|malwa')],
  ['Maharashtra', folded('maharashtr|महाराष्ट्र|marathi|मराठी')],
  ['Manipur', folded('manipur|मणिपुर|মণিপুর|imphal')],
  ['Meghalaya', folded('meghalaya|मेघालय|khasi|garo|shillong')],
  ['Mizoram', folded('mizo|मिज़?ोरम')],
  ['Nagaland', folded('naga\\b|nagaland|नगालैंड|नागालैंड|kohima')],
  ['Odisha', folded('odisha|orissa|odia|ओडिशा|उड़ीसा|ଓଡ଼ିଶା|ଓଡ଼ିଆ')],
  ['Punjab', folded('punjab|पंजाब|ਪੰਜਾਬ')],
  ['Rajasthan', folded('rajasthan|राजस्थान|marwar')],
  ['Sikkim', folded('sikkim|सिक्किम')],
  ['Tamil Nadu', folded('tamil|तमिल|தமிழ')],
  ['Telangana', folded('telangana|तेलंगाना|తెలంగాణ|hyderabad')],
  ['Tripura', folded('tripura|त्रिपुरा')],
  ['Uttar Pradesh', folded('uttar pradesh|\\bup\\b|उत्तर प्रदेश|awadh|lucknow')],
  ['Uttarakhand', folded('uttarakhand|उत्तराखंड|उत्तराखण्ड|garhwal|kumao|गढ़वाल|कुमाऊ')],
  ['West Bengal', folded('bengal|बंगाल|বাংলা|বাঙালি|পশ্চিমবঙ্গ')],
];

/** The state that a question names; null when it names none. */
export function stateIn(question: string): string | null {
  return NAMED.find(([, pattern]) => pattern.test(question))?.[0] ?? null;
}
