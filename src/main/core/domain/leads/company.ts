/** Domains at which everybody can have an address: people there share no company. */
const FREE_MAIL: ReadonlySet<string> = new Set(
  `
  gmail.com googlemail.com outlook.com hotmail.com live.com msn.com passport.com hotmail.co.uk
  hotmail.de hotmail.es hotmail.fr hotmail.it outlook.de outlook.es outlook.fr outlook.it outlook.pt
  live.co.uk live.de live.fr live.it live.nl yahoo.com yahoo.co.uk yahoo.de yahoo.es yahoo.fr yahoo.it
  yahoo.com.br ymail.com rocketmail.com aol.com aol.de icloud.com me.com mac.com protonmail.com
  proton.me pm.me tutanota.com tuta.io fastmail.com hey.com zoho.com zohomail.com mail.com email.com
  gmx.com gmx.de gmx.net gmx.at gmx.ch web.de t-online.de freenet.de arcor.de posteo.de mailbox.org
  bluewin.ch chello.at orange.fr wanadoo.fr free.fr laposte.net sfr.fr neuf.fr bbox.fr libero.it
  virgilio.it alice.it tiscali.it tim.it telefonica.net terra.es terra.com.br uol.com.br bol.com.br
  sapo.pt ziggo.nl kpnmail.nl planet.nl xs4all.nl hetnet.nl telenet.be skynet.be btinternet.com
  sky.com virginmedia.com talktalk.net comcast.net verizon.net att.net sbcglobal.net bellsouth.net
  cox.net charter.net rogers.com shaw.ca bigpond.com optusnet.com.au yandex.ru yandex.com mail.ru
  bk.ru rambler.ru seznam.cz wp.pl o2.pl onet.pl interia.pl qq.com 163.com 126.com sina.com naver.com
  daum.net rediffmail.com
  `
    .trim()
    .split(/\s+/),
);

/** The domain that stands for the company of an address; null: none, or everybody can have an address there. */
export function companyDomain(email: string): string | null {
  const domain = email.slice(email.lastIndexOf('@') + 1).toLowerCase();
  return domain === '' || !email.includes('@') || FREE_MAIL.has(domain) ? null : domain;
}
