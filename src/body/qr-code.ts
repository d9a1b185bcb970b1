/** How pictures of QR codes are named: `qrcode.png`, `wx-qr_01.jpg`, `erweima.gif`, `/2019/qr.png`. */

/** `qrcode_for_gh_1.jpg` is WeChat's own name; a bare `qr` must be all that is left of the name. */
const name =
  /(?:^|[^a-z])(?:qr[_-]?codes?|(?:wx|weixin|wechat)[_-]?qr|erweima|ewm)(?![a-z])|qrcode_for_gh|(?:^|[/_.=-])qr[_-]?\d{0,4}(?:\.(?:jpe?g|png|gif|webp))?(?=[?#]|$)/i;

/** UTF-16 units: a picture's name stands at the end of its address. */
const LONGEST = 120;

/** Whether an address or a class names a QR code. */
export function namesQrCode(address: string): boolean {
  return name.test(address.slice(-LONGEST));
}
