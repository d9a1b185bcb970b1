/**
 * The vocabulary of credit lines: what sites call the people and places behind an article. Collected from the credit
 * lines of the archive's pages (责任编辑, 责编, 编辑, 校对, 来源, 作者, 文/图 with `：`, `|`, `/`, brackets and blanks), from
 * GNE's author patterns (責編, 編輯, 作者, 来源), and from the mastheads of WeChat articles (监制, 审核, 统筹, 排版).
 */

/** What a credit word says of the name behind it. `other` counts only beside the rest. */
export type Role = 'editor' | 'author' | 'publisher' | 'url' | 'other';

const editors =
  '編集部 責任編集 责任编辑 責任編輯 责编 責編 编辑 編輯 編集 主编 副主编 执行主编 执行编辑 值班编辑 值班主任 值班编委 值班主编 值班总编 本期编辑 本文编辑 ' +
  '本期责编 文字编辑 图片编辑 视频编辑 网络编辑 网页编辑 微信编辑 新媒体编辑 美术编辑 见习编辑 实习编辑 助理编辑 内容编辑 责任校对 校对 校對 校审 ' +
  '编校 审校 审核 审读 审稿 编审 流程编辑 栏目主编 栏目编辑 策划编辑 统筹编辑 视觉编辑 初审 复审 终审 一审 二审 三审 监制 总监制 签发 编辑整理 微编辑 采编 ' +
  '主編 執行編輯 文字編輯 網路編輯 圖片編輯 助理編輯 核稿 核稿編輯 審校 審稿 審核 監製';
const authors =
  '作者 本文作者 文章作者 原作者 原文作者 原创作者 撰文 撰稿 撰稿人 供稿 文 文字 记者 記者 本报记者 本网记者 本刊记者 见习记者 实习记者 ' +
  '通讯员 特约记者 采写 采访 執筆 取材 文責 文稿 本報記者 本刊記者 特約記者 實習記者 特約作者 特約撰述 通訊員 採訪 採寫 採訪撰文';
const publishers =
  '来源 來源 文章来源 本文来源 稿源 稿件来源 新闻来源 内容来源 信息来源 原文来源 来源网站 来源公众号 公众号来源 转自 轉自 转载自 轉載自 本文转自 ' +
  '本文转载自 文章转自 文章转载自 转载于 转载 轉載 摘自 出处 出處 文章出处 原文出处 转载来源 首发 首发于 原载 原载于 综合自 来自 ' +
  '文章來源 本文來源 稿件來源 新聞來源 內容來源 原文來源 本文轉自 本文轉載自 轉載 原載 原載於 首發 首發於 文章出處 原文出處';
const urls =
  '引用网址 引用地址 原文 链接 文章 网址 原文链接 原文鏈接 原文地址 原文网址 文章链接 文章地址 本文链接 本文地址 本文网址 本文永久链接 永久链接 转载链接 来源链接 来源网址 ' +
  '链接地址 出处链接 原文連結 原文網址 文章連結 文章網址 本文連結 本文網址';
const others =
  '写真 撮影 构成 構成 图 图片 摄影 摄像 摄 视频 制图 图表 漫画 插图 设计 美编 排版 编排 版式 制作 策划 总策划 统筹 出品 出品人 剪辑 配音 后期 翻译 译 译者 编译 ' +
  '整理 文案 海报 视觉 运营 时间 日期 发布时间 发布日期 更新时间 发表时间 浏览 浏览量 浏览次数 阅读 阅读量 阅读数 点击 点击数 点击量 字号 字体 ' +
  '文图 图文 撰文摄影 素材 资料 技术 监审 顾问 题图 题图来源 头图 封面 封面图 图源 图片来源 数据 播音 朗读 主播 出镜 电话 邮箱 爆料 联系电话 投稿邮箱 ' +
  '圖 圖片 圖片來源 圖源 題圖 封面圖 攝影 攝像 攝 影像 插圖 插畫 圖表 製圖 漫畫 設計 美編 編排 製作 策劃 統籌 剪輯 翻譯 譯 譯者 編譯 撰文攝影 文圖 圖文 ' +
  '時間 發布時間 發佈時間 發表時間 更新時間 瀏覽 閱讀 點擊';

const list = (role: Role, words: string): [string, Role][] => words.split(' ').map((word) => [word, role]);

/** Credit word to role. */
export const creditRoles: ReadonlyMap<string, Role> = new Map([
  ...list('other', others),
  ...list('url', urls),
  ...list('publisher', publishers),
  ...list('author', authors),
  ...list('editor', editors),
]);

/** English credit words, in lower case. `source` is left out: an English author names sources in prose. */
export const englishRoles: ReadonlyMap<string, Role> = new Map([
  ...'editor|editors|edited by|editing by|copy editor|copy edited by|copyedited by|proofread by|proofreader|managing editor|associate editor|fact checked by|reviewed by'
    .split('|')
    .map((word): [string, Role] => [word, 'editor']),
  ...'author|authors|written by|reporting by|reporter|reported by|additional reporting by|writing by'
    .split('|')
    .map((word): [string, Role] => [word, 'author']),
  ...'photo by|photos by|photography by|graphics by|translated by|translator|illustration by|design by|compiled by'
    .split('|')
    .map((word): [string, Role] => [word, 'other']),
]);

/** Who only made the pictures or the page is no credit by itself. A desk's own word ends in one of these: 流程编辑. */
const telling = [...creditRoles, ...englishRoles].filter(([, role]) => role !== 'other').map(([word]) => word);

/** One of these is in each line of credits, as a rule's cues are written. */
export const creditCues: readonly string[] = [...new Set(telling.map((word) => word.replaceAll(' ', '')))].filter(
  (word, _, all) => !all.some((other) => other !== word && word.includes(other)),
);

/** Words that one character long may begin any sentence (文, 图, 译): they need a mark behind them, and company. */
export const shortWords: ReadonlySet<string> = new Set([
  '文',
  '图',
  '圖',
  '译',
  '譯',
  '摄',
  '攝',
  '来自',
  '首发',
  '首發',
  '转载',
  '轉載',
  '整理',
]);

/** Words for an address that may be the article's own business: they need another credit or a notice behind them. */
export const weakAddresses: ReadonlySet<string> = new Set(['链接', '文章', '网址']);

/** Labels that stand alone over a list of other articles. Compared in lower case, without marks at the end. */
export const relatedTitles: ReadonlySet<string> = new Set(
  (
    '喜欢此内容的人还喜欢|您可能也感兴趣|您可能感兴趣|你可能还喜欢|你可能也感兴趣|猜您喜欢|大家还在看|热门阅读|近期文章|最新文章|相关阅读|相关文章|相关新闻|相关报道|相关推荐|相关资讯|相关内容|相关日志|推荐阅读|推荐文章|猜你喜欢|你可能喜欢|您可能喜欢|你可能感兴趣|您可能感兴趣的文章|' +
    '你可能也喜欢|更多阅读|更多文章|热门文章|热门推荐|精彩推荐|往期回顾|往期推荐|往期精选|往期精彩|往期精彩回顾|精彩回顾|点击进入专题|相关专题|查看更多|更多新闻|更多报道|更多相关|往期文章|阅读推荐|編集部おすすめ|関連記事|あわせて読みたい|' +
    '合わせて読みたい|おすすめ記事|関連エントリー|関連リンク記事|人気記事|相關文章|相關閱讀|延伸推薦|관련 기사|관련기사|related articles|related posts|' +
    'related stories|related content|related reading|related news|related entries|related coverage|you may also like|you might also like|you may also be interested in|' +
    'you might also be interested in|more like this|more from this site|recommended for you|recommended reading for you|recommended posts|recommended articles|' +
    'read also|also read|read next|up next|more stories|most popular|popular posts|similar posts|possibly related posts|artículos relacionados|' +
    'entradas relacionadas|noticias relacionadas|posts relacionados|artigos relacionados|leia também|leia mais|lea también|articles similaires|articles liés|' +
    'à lire aussi|lire aussi|ähnliche artikel|ähnliche beiträge|verwandte artikel|weitere artikel|das könnte sie auch interessieren|articoli correlati|leggi anche|' +
    'читайте также|похожие статьи|по теме'
  ).split('|'),
);
