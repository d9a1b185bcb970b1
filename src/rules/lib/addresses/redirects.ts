/**
 * Addresses that only lead to another address: the counters, warnings and proxies that sites put in front of an
 * article's links and images. The real address stands inside, so nothing is fetched to find it.
 *
 * The hosts are those whose redirects ClearURLs, uBlock Origin's `urlskip` lists and Open-the-F-king-URL-Right-Now
 * publish, as far as the target can be read from the address.
 */

export interface Redirect {
  /** The path must start with one of these. */
  paths: readonly string[];
  /** Parameters that hold the target; `?` means that the whole query or the rest of the path is the target. */
  parameters: readonly string[];
  /** The page's own parameters behind a target that nobody escaped. */
  own: readonly string[];
}

/** `host/path|/path parameter,parameter`; a host stands for its subdomains too. */
const links = `
link.zhihu.com target
zhihu.com/link target
link.jianshu.com t,to
links.jianshu.com/go to
jianshu.com/go-wild|/go url,to
oschina.net/action/GoToLink url
link.segmentfault.com url
link.juejin.cn target
link.juejin.im target
link.csdn.net target
link.ld246.com/forward goto
gitee.com/link target
sspai.com/link target
douban.com/link2 url
weibo.cn/sinaurl u,toasturl
weibo.com/sinaurl u,toasturl
t.cn/sinaurl u
infoq.cn/link target
blog.51cto.com/transfer url
developer.aliyun.com/redirect target
c.pc.qq.com/middlem.html|/middleb.html|/android.html|/ios.html|/pc.html pfurl,url
docs.qq.com/scenario/link.html url
tieba.baidu.com/safecheck url
jump.bdimg.com/safecheck url
nowcoder.com/link target
kdocs.cn/office/link target
yuque.com/r/goto url
afdian.com/link target
chinaz.com/go.shtml url
coolapk.com/link url
game.bilibili.com/linkfilter url
google.com/url|/imgres q,url,imgurl sa,source,ust,usg,ved,cd,cad,rct,sig2,ei,esrc,bvm,psig,opi,imgrefurl,h,w,tbnid,docid
facebook.com/l.php|/flx/warn u h,s,enc
l.facebook.com u h,s,enc
lm.facebook.com u h,s,enc
l.instagram.com u e,s
l.messenger.com u
l.threads.com u
t.umblr.com/redirect z t,b,p,m
youtube.com/redirect q redir_token,event,v,html_redirect
vk.com/away.php to post,cc_key
steamcommunity.com/linkfilter url,u
slack-redir.net/link url
out.reddit.com url
disq.us url
href.li ?
anonym.to ?
nullrefer.com ?
jump.5ch.net ?
jump.2ch.net ?
linkedin.com/redir|/safety/go url
pixiv.net/jump.php url,?
duckduckgo.com/l/ uddg
bing.com/news/apiclick.aspx url
deviantart.com/users/outgoing ?
safelinks.protection.outlook.com url data,sdata,reserved
exit.sc url
gate.sc url
curseforge.com/linkout remoteUrl
medium.com/r url
awstrack.me/L0/ ?
r.zemanta.com u
click.linksynergy.com/deeplink|/fs-bin/click murl,RD_PARM1
awin1.com/cread.php ued,p
shareasale.com/r.cfm urllink
redirect.viglink.com u
go.skimresources.com url
go.redirectingat.com url
b.hatena.ne.jp/go url
`;

/** The same for images: proxies that shrink, cache or unblock them. */
const images = `
images.weserv.nl url w,h,fit,output,q,n,default
wsrv.nl url w,h,fit,output,q,n,default
nimg.ws.126.net url
imageproxy.pimg.tw/resize url width,height,maxwidth,maxheight
external-content.duckduckgo.com/iu u
proxy.duckduckgo.com/iu u
slack-imgs.com url
googleusercontent.com/gadgets/proxy url
gimg2.baidu.com/image_search src
image.baidu.com/search/down url,thumburl
res.cloudinary.com ?
substackcdn.com/image/fetch ?
cdn.shortpixel.ai ?
ss.csdn.net/p ?
`;

/** Frames of cards and viewers that show a page or a file of somebody else. */
const frames = `
hatenablog-parts.com/embed url
hatenablog.com/embed url
cdn.embedly.com/widgets url,src
iframe.ly/api/iframe url
twitframe.com/show url
facebook.com/plugins/video.php|/plugins/post.php href
docs.google.com/viewer|/gview url embedded,a,pli
drive.google.com/viewer|/viewerng url embedded
view.officeapps.live.com/op src wdOrigin
`;

function readList(list: string): Map<string, Redirect[]> {
  const table = new Map<string, Redirect[]>();
  for (const line of list.trim().split('\n')) {
    const [place = '', names = '', own = ''] = line.split(' ');
    const slash = place.indexOf('/');
    const host = slash < 0 ? place : place.slice(0, slash);
    const paths = slash < 0 ? ['/'] : place.slice(slash).split('|');
    const entry = { paths, parameters: names.split(','), own: own === '' ? [] : own.split(',') };
    table.set(host, [...(table.get(host) ?? []), entry]);
  }
  return table;
}

export const linkRedirects: ReadonlyMap<string, readonly Redirect[]> = readList(links);
export const imageRedirects: ReadonlyMap<string, readonly Redirect[]> = readList(images);
export const framedPages: ReadonlyMap<string, readonly Redirect[]> = readList(frames);
