/** Owns telling romanised Indian languages, English, Indonesian and Spanish apart by their function words. */
import { mentions, words } from './lexicon.ts';

const FUNCTION_WORDS: Record<string, RegExp> = {
  hi: words(
    'hai,hain,aap,aapka,aapki,aapke,apna,apne,apni,nahi,nahin,mein,ke,ka,ki,ko,se,jayega,jaayega,jaega,aayega,ayega,aa jayega,kar,karein,kijiye,kripya,hoga,hogi,gaya,gayi,bhi,aur,tak,diya,raha,rahi,rahe,bhai,ji,din,liye,agar,toh,aapko,mujhe,humne,hum,kya,yeh,ye,wapas,abhi,batayein,bataiye,dijiye,sakte,ho jayega,ho gaya',
  ),
  ur: words('hai,hain,aap,nahi,mein,ke,ka,ki,ko,se,ho jayega,aur,tak,kar'),
  bn: words(
    'apnar,apni,amar,amader,ami,hobe,hoye,hoyeche,hoeche,jabe,asbe,ache,achhe,kore,korun,korchi,diye,theke,moddhe,modhye,por,ebong,na,ta,eta,pabe,paben,pathano,din er,kichu,ekhon,dekhe,janan,din,ar,jonno,tahole,kobe',
  ),
  ta: words(
    'ungal,unga,ungaloda,ungalukku,ungala,naan,naanga,neenga,varum,vanthudum,vandhudum,vandhuvidum,kulla,naal,naalla,naatkalil,illa,illai,panna,pannunga,seiyyavum,anuppunga,irukku,aagum,aayiduchu,la,ku,oru,konjam,sollunga,kandippa,um,en,inga,udan,vandhidum,ullla,ulla,sari,pathu',
  ),
  te: words(
    'mee,meeku,meru,nenu,memu,vastundi,vasthundi,avutundi,rojullo,rojulalo,lo,ki,ku,undi,unnayi,cheyandi,cheppandi,ledu,lekapothe,kaani,kuda,inka,ayindi,ayyindi,dayachesi,mariyu,meeru,gurinchi,chestamu,pampinchandi,nundi',
  ),
  mr: words(
    'tumcha,tumche,tumchi,tumchya,tumhi,tumhala,aahe,ahe,aahet,nahi,madhe,madhye,hoil,hoel,yeil,yeel,divsat,divasat,kara,kripaya,krupaya,sanga,ani,aani,zala,zale,jhala,sathi,mi,aamhi,paryant,milel',
  ),
  gu: words(
    'tamaro,tamari,tamaru,tamara,tame,tamne,che,chhe,nathi,ma,thi,hu,aavi,aavse,aavshe,jase,jashe,aapo,aapso,karo,thai,thase,ne,mate,divas,divasma,amne,karsho,saru,maro,kari',
  ),
  pa: words(
    'tuhada,tuhadi,tuhade,tusi,tusin,tuhanu,hai,nahi,vich,wich,nu,da,di,de,te,ho javega,aa javega,jaavega,karo,ji,dinan,dasso,assi,sadda,jaldi,naal,gaya,aa jau,ho jau,milu',
  ),
  kn: words(
    'nimma,nimge,neevu,naavu,barutte,baruthe,baratte,ide,illa,dinadalli,dinagalalli,olage,maadi,madi,maadutteve,dayavittu,mattu,aagutte,agutte,heli,alli,nange,swalpa,kalisi,bandide,aagide,kodi',
  ),
  ml: words(
    'ningalude,ningal,ningalkku,njangal,njan,varum,kittum,divasam,divasathinullil,divasathil,ullil,aanu,alla,illa,cheyyuka,cheyyu,dayavayi,undu,aayi,ayi,mathi,parayu,parayamo,tharu,labhikkum,ente,oru,ethum',
  ),
  or: words(
    'apananka,apana,apananku,mora,heba,asiba,achhi,nahi,karantu,dina,bhitare,dayakari,paiba,hoijiba,ebang,pain,kahantu,diantu,milijiba',
  ),
  as: words('apunar,apuni,mur,hobo,ahibo,ase,nai,korok,dinor,bhitorot,aru,paba,diyok,pora,lage,hoi,jabo'),
  ne: words(
    'tapaiko,tapai,hunchha,huncha,chha,cha,chhaina,garnuhos,dinma,bhitra,ra,pani,aaunchha,kripaya,hola,hunechha,ko,lai',
  ),
  en: words(
    'the,is,are,your,you,will,be,to,of,and,in,for,please,has,have,been,within,we,our,it,this,that,with,usually,by,may,can,from,at,was,were,should,would,if,on,as,i',
  ),
  id: words(
    'anda,akan,dan,yang,untuk,dengan,dalam,tidak,kami,silakan,adalah,pengembalian,dana,hari,mohon,bisa,di,ke,dari,sudah,telah,pesanan',
  ),
  es: words('su,usted,el,la,los,las,de,que,en,por,para,con,será,días,reembolso,favor,está,pedido,una,un,del'),
};

interface WordShare {
  lang: string;
  count: number;
}

/** Languages by the number of their function words in a Latin text, most first. */
export function romanisedShares(text: string): WordShare[] {
  return Object.entries(FUNCTION_WORDS)
    .map(([lang, pattern]) => ({ lang, count: mentions(text, pattern).length }))
    .sort((a, b) => b.count - a.count);
}

export function functionWordCount(text: string, lang: string): number {
  const pattern = FUNCTION_WORDS[lang];
  return pattern === undefined ? 0 : mentions(text, pattern).length;
}
