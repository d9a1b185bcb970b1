/** The kinds of repeats that the test archive holds: noise of sites, and what belongs to articles. */

export interface Moment {
  random: () => number;
  date: Date;
  seed: number;
  number: number;
}

export interface Insert {
  html: string;
  /** In a Markdown body; absent: the HTML. */
  markdown?: string;
  /** What must be gone afterwards, or still be there. */
  mark: string | string[];
}

export interface Repeat {
  id: string;
  where: 'head' | 'tail' | 'inside';
  make: (moment: Moment) => Insert;
}

const NAMES =
  'Ada Moreau|Bo Lindqvist|Carla Weiss|Dmitri Orlov|Eun-ji Park|Farah Haddad|Gil Amaro|Hana Novak|Ines Castel|Jonas Brandt|Kim Okafor|Lev Adler|Mira Sand|Noor Aziz|Olaf Berg|Pia Rossi|Quentin Dubois|Rosa Lima|Sven Holm|Tara Quinn'.split(
    '|',
  );
const HAN_NAMES =
  '林晓雨|方砚秋|赵一鸣|李青禾|王思远|陈子墨|周望舒|吴长风|郑南星|孙若水|马千里|高明月|何处秋|罗衡|谢云舟|唐棠'.split(
    '|',
  );
const TITLES =
  'The lamp on the pier|How to mend a net|A winter without boats|Bread for the crew|Letters that came late|What the tide took|Notes on rope|Under the old bridge|Gulls in the market|The bell at noon|Salt and stone|Twelve quiet streets|A map of wells|When the orchard froze'.split(
    '|',
  );
const HAN_TITLES =
  '码头上的灯|怎样补网|没有船的冬天|船员的面包|迟到的信|潮水带走的|关于绳子|旧桥下面|市场里的海鸥|正午的钟声|盐与石头|安静的街'.split(
    '|',
  );
const BRANDS =
  'Northlight|Kettle & Co|Tidewell|Orchardry|Plainsail|Lumenbox|Harrow|Basalt|Fernway|Cobalt Press|Driftlab|Oakline'.split(
    '|',
  );
const CITIES = 'Bergen|Porto|Tallinn|Lima|Osaka|Gdansk|Marseille|Halifax|Perth|Busan|Izmir|Recife'.split('|');

const pick = <T>(list: readonly T[], { random }: Moment): T => list[Math.floor(random() * list.length)] as T;
const day = (
  { date }: Moment,
  language: string,
  options: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long', year: 'numeric' },
) => new Intl.DateTimeFormat(language, { timeZone: 'UTC', ...options }).format(date);
const digits = ({ random }: Moment, count: number) => String(Math.floor(random() * 10 ** count)).padStart(count, '0');
const id = (moment: Moment) =>
  Array.from({ length: 10 }, () => pick([...'abcdefghkmnpqrstuvwxyz0123456789'], moment)).join('');
const p = (text: string, mark: string, markdown?: string): Insert => ({
  html: `<p>${text}</p>`,
  mark,
  ...(markdown === undefined ? (/</.test(text) ? {} : { markdown: text }) : { markdown }),
});

export const NOISE: readonly Repeat[] = [
  {
    id: 'tail-en-date-name',
    where: 'tail',
    make: (m) =>
      p(`Filed on ${day(m, 'en-GB')} by ${pick(NAMES, m)} for the evening edition.`, 'for the evening edition'),
  },
  {
    id: 'tail-zh-date-name',
    where: 'tail',
    make: (m) =>
      p(
        `本篇由${pick(HAN_NAMES, m)}于${day(m, 'zh-CN')}整理，未经许可不要搬运到别处去。`.replace(
          '未经许可',
          '未经同意',
        ),
        '不要搬运到别处去',
      ),
  },
  {
    id: 'tail-de-date-name',
    where: 'tail',
    make: (m) => p(`Zuletzt durchgesehen am ${day(m, 'de')} von ${pick(NAMES, m)}, Lokalredaktion.`, 'Lokalredaktion'),
  },
  {
    id: 'tail-ja',
    where: 'tail',
    make: (m) => p(`このページは${day(m, 'ja')}に${pick(HAN_NAMES, m)}が見直しました。`, 'が見直しました'),
  },
  {
    id: 'tail-ru',
    where: 'tail',
    make: (m) => p(`Материал подготовлен ${day(m, 'ru')}, дежурный по номеру ${pick(NAMES, m)}.`, 'дежурный по номеру'),
  },
  {
    id: 'tail-name-first',
    where: 'tail',
    make: (m) =>
      p(
        `${pick(NAMES, m)} covers the waterfront for this paper and answers mail on weekdays.`,
        'covers the waterfront for this paper',
      ),
  },
  {
    id: 'tail-names-around',
    where: 'tail',
    make: (m) =>
      p(
        `${pick(NAMES, m)} reported this story from ${pick(CITIES, m)}, with pictures from ${pick(NAMES, m)}`,
        'reported this story from',
      ),
  },
  {
    id: 'tail-same',
    where: 'tail',
    make: () => p('This page is a part of the Pier Network, a home for small papers.', 'a home for small papers'),
  },
  {
    id: 'tail-zh-same',
    where: 'tail',
    make: () => p('本站文章全部来自码头旁边的小报编辑室，每周三更新一次。', '每周三更新一次'),
  },
  {
    id: 'tail-three-lines',
    where: 'tail',
    make: (m) => ({
      html: `<p>The Pier Paper, edition of ${day(m, 'en-US')}<br>Kiosk price 2.${digits(m, 2)} crowns<br>Desk: ${pick(NAMES, m)}, second floor, ring twice</p>`,
      markdown: `The Pier Paper, edition of ${day(m, 'en-US')}  \nKiosk price 2.${digits(m, 2)} crowns  \nDesk: ${pick(NAMES, m)}, second floor, ring twice`,
      mark: ['The Pier Paper, edition', 'second floor, ring twice'],
    }),
  },
  {
    id: 'head-en-date',
    where: 'head',
    make: (m) =>
      p(
        `You are reading the morning letter of ${day(m, 'en-US')}, sent to ${digits(m, 4)} households.`,
        'the morning letter of',
      ),
  },
  {
    id: 'head-fr',
    where: 'head',
    make: (m) =>
      p(
        `Lecture : ${1 + (m.number % 9)} min, mis en ligne le ${day(m, 'fr')} à ${digits(m, 1)} h ${digits(m, 2)}`,
        'mis en ligne le',
      ),
  },
  {
    id: 'head-link',
    where: 'head',
    make: () => ({
      html: '<p>New here? <a href="https://pier.example/start">Begin with the short tour of our paper</a></p>',
      markdown: 'New here? [Begin with the short tour of our paper](https://pier.example/start)',
      mark: 'Begin with the short tour',
    }),
  },
  {
    id: 'sponsor-box',
    where: 'inside',
    make: (m) => {
      const brand = pick(BRANDS, m);
      return {
        html: `<div class="pier-partner-box"><p><b>${brand}</b></p><p>This issue is carried by ${brand}, who make good tools for quiet rooms. <a href="https://${brand.toLowerCase().replace(/[^a-z]/g, '')}.example/?from=pier">Have a look</a>.</p></div>`,
        mark: 'who make good tools for quiet rooms',
      };
    },
  },
  {
    id: 'sponsor-line',
    where: 'inside',
    make: (m) => ({
      html: `<p>Our partner of the week: <a href="https://deals.example/go/${digits(m, 5)}">${pick(BRANDS, m)}</a>, with ${digits(m, 2)}% off for our readers.</p>`,
      markdown: `Our partner of the week: [${pick(BRANDS, m)}](https://deals.example/go/${digits(m, 5)}), with ${digits(m, 2)}% off for our readers.`,
      mark: 'Our partner of the week',
    }),
  },
  {
    id: 'pixel-query',
    where: 'tail',
    make: (m) => ({
      html: `<img src="https://count.example/hit.php?post=${digits(m, 5)}&amp;k=${id(m)}" alt="">`,
      markdown: `![](https://count.example/hit.php?post=${digits(m, 5)}&k=${id(m)})`,
      mark: 'count.example',
    }),
  },
  {
    id: 'pixel-path',
    where: 'tail',
    make: (m) => ({
      html: `<p><img src="https://beacon.example/o/${digits(m, 7)}.gif"></p>`,
      markdown: `![](https://beacon.example/o/${digits(m, 7)}.gif)`,
      mark: 'beacon.example',
    }),
  },
  {
    id: 'pixel-id',
    where: 'tail',
    make: (m) => ({
      html: `<p><img src="https://feeds.example/~r/pier/~4/7${id(m)}" height="2" width="2" alt=""></p>`,
      mark: 'feeds.example',
    }),
  },
  {
    id: 'read-also',
    where: 'inside',
    make: (m) => ({
      html: `<p>Read also: <a href="/${digits(m, 4)}/">${pick(TITLES, m)}</a></p>`,
      markdown: `Read also: [${pick(TITLES, m)}](/${digits(m, 4)}/)`,
      mark: 'Read also',
    }),
  },
  {
    id: 'read-also-zh',
    where: 'inside',
    make: (m) => ({
      html: `<p>顺便看看：<a href="https://pier.example/p/${digits(m, 4)}">${pick(HAN_TITLES, m)}</a></p>`,
      markdown: `顺便看看：[${pick(HAN_TITLES, m)}](https://pier.example/p/${digits(m, 4)})`,
      mark: '顺便看看',
    }),
  },
  {
    id: 'read-also-in-link',
    where: 'inside',
    make: (m) => ({
      html: `<p><a href="https://pier.example/p/${digits(m, 4)}"><b>From our files: ${pick(TITLES, m)}</b></a></p>`,
      markdown: `[From our files: ${pick(TITLES, m)}](https://pier.example/p/${digits(m, 4)})`,
      mark: 'From our files',
    }),
  },
  {
    id: 'read-also-list',
    where: 'tail',
    make: (m) => ({
      html: `<ul><li>Weiter im Text: <a href="/a/${digits(m, 4)}">${pick(TITLES, m)}</a></li></ul>`,
      markdown: `- Weiter im Text: [${pick(TITLES, m)}](/a/${digits(m, 4)})`,
      mark: 'Weiter im Text',
    }),
  },
  {
    id: 'banner',
    where: 'tail',
    make: () => ({
      html: '<p><a href="https://booth.example/now"><img src="https://booth.example/i/strip-468x60.png" alt="The booth is open"></a></p>',
      markdown: '[![The booth is open](https://booth.example/i/strip-468x60.png)](https://booth.example/now)',
      mark: 'strip-468x60',
    }),
  },
  {
    id: 'shop-link',
    where: 'tail',
    make: (m) => ({
      html: `<p><a href="https://shop.example/pier?item=${digits(m, 4)}">Get ${pick(TITLES, m)} in our shop</a></p>`,
      markdown: `[Get ${pick(TITLES, m)} in our shop](https://shop.example/pier?item=${digits(m, 4)})`,
      mark: 'in our shop',
    }),
  },
];

const repeatOf = (lines: readonly string[]): string => lines.join('\n');

export const LEGITIMATE: readonly Repeat[] = [
  {
    id: 'series-number',
    where: 'head',
    make: (m) => p(`<em>The ferry diaries, part ${1 + m.number}</em>`, 'The ferry diaries, part'),
  },
  { id: 'series-zh', where: 'head', make: (m) => p(`码头旧事连载之第${1 + m.number}回`, '码头旧事连载') },
  {
    id: 'series-name',
    where: 'head',
    make: () =>
      p(
        '<strong>Letters from the outer pier</strong>',
        'Letters from the outer pier',
        '**Letters from the outer pier**',
      ),
  },
  {
    id: 'diary-h2',
    where: 'head',
    make: (m) => ({
      html: `<h2>${day(m, 'de', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })}</h2>`,
      markdown: `## ${day(m, 'de', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })}`,
      mark: day(m, 'de'),
    }),
  },
  {
    id: 'diary-zh',
    where: 'head',
    make: (m) => p(`${day(m, 'zh-CN', { year: 'numeric', month: 'long', day: 'numeric', weekday: 'long' })} 晴`, '晴'),
  },
  {
    id: 'diary-en',
    where: 'head',
    make: (m) =>
      p(`${day(m, 'en-GB', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })}, rain`, ', rain'),
  },
  { id: 'references-zh', where: 'inside', make: () => p('<b>参考文献</b>', '参考文献', '**参考文献**') },
  { id: 'references-zh-plain', where: 'inside', make: () => p('参考文献与注释', '参考文献与注释') },
  {
    id: 'references-en',
    where: 'inside',
    make: () => ({
      html: '<h3>References and further reading</h3>',
      markdown: '### References and further reading',
      mark: 'References and further reading',
    }),
  },
  {
    id: 'list-intro',
    where: 'inside',
    make: (m) => ({
      html: `<p>What I carried home from the market this week:</p><ul><li>${pick(TITLES, m)} ${digits(m, 3)}</li><li>${pick(CITIES, m)} ${id(m)}</li></ul>`,
      markdown: `What I carried home from the market this week:\n\n- ${pick(TITLES, m)} ${digits(m, 3)}\n- ${pick(CITIES, m)} ${id(m)}`,
      mark: 'What I carried home from the market',
    }),
  },
  {
    id: 'table-head',
    where: 'inside',
    make: (m) => ({
      html: `<table><tr><th>Place of the gauge</th><th>Rain in a day</th></tr><tr><td>${pick(CITIES, m)}</td><td>${digits(m, 3)}</td></tr></table>`,
      markdown: `| Place of the gauge | Rain in a day |\n| --- | --- |\n| ${pick(CITIES, m)} | ${digits(m, 3)} |`,
      mark: 'Rain in a day',
    }),
  },
  {
    id: 'licence',
    where: 'tail',
    make: () => ({
      html: '<p>The drawings are under <a href="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</a>, take them along.</p>',
      markdown: 'The drawings are under [CC BY 4.0](https://creativecommons.org/licenses/by/4.0/), take them along.',
      mark: 'take them along',
    }),
  },
  { id: 'licence-zh', where: 'tail', make: () => p('图画采用知识共享署名许可协议发布，请自由使用。', '知识共享署名') },
  {
    id: 'refrain',
    where: 'inside',
    make: () => ({
      html: repeatOf([
        '<p>And the bell rang over the water again.</p>',
        '<p>Nobody came.</p>',
        '<p>And the bell rang over the water again.</p>',
      ]),
      markdown: 'And the bell rang over the water again.\n\nNobody came.\n\nAnd the bell rang over the water again.',
      mark: 'And the bell rang',
    }),
  },
  {
    id: 'refrain-tail',
    where: 'tail',
    make: () => ({
      html: '<p>So the tide goes, so it comes.</p><p>Sing it low.</p><p>So the tide goes, so it comes.</p>',
      markdown: 'So the tide goes, so it comes.\n\nSing it low.\n\nSo the tide goes, so it comes.',
      mark: 'So the tide goes',
    }),
  },
  {
    id: 'via',
    where: 'inside',
    make: (m) => ({
      html: `<p>Seen first at: <a href="https://${id(m)}.example/">${pick(TITLES, m)}</a></p>`,
      markdown: `Seen first at: [${pick(TITLES, m)}](https://${id(m)}.example/)`,
      mark: 'Seen first at',
    }),
  },
  {
    id: 'playing',
    where: 'tail',
    make: (m) => p(`Now playing: ${pick(BRANDS, m)}, ${pick(TITLES, m)}`, 'Now playing'),
  },
  { id: 'recipe', where: 'inside', make: () => p('Ingredients', 'Ingredients', '**Ingredients**') },
  { id: 'sign-off', where: 'tail', make: () => p('Bis morgen!', 'Bis morgen') },
  {
    id: 'photo-series',
    where: 'tail',
    make: (m) => ({
      html: `<p><img src="https://pics.example/2011/IMG_${digits(m, 4)}.jpg" alt="${pick(TITLES, m)}"></p>`,
      markdown: `![${pick(TITLES, m)}](https://pics.example/2011/IMG_${digits(m, 4)}.jpg)`,
      mark: 'pics.example',
    }),
  },
  {
    id: 'divider',
    where: 'inside',
    make: () => ({
      html: '<p><img src="/images/three-stars.png" alt="* * *"></p><p>Later.</p><p><img src="/images/three-stars.png" alt="* * *"></p>',
      markdown: '![* * *](/images/three-stars.png)\n\nLater.\n\n![* * *](/images/three-stars.png)',
      mark: 'three-stars',
    }),
  },
  {
    id: 'interview',
    where: 'inside',
    make: () => p('<b>And what did you do then?</b>', 'And what did you do then', '**And what did you do then?**'),
  },
  {
    id: 'pull-quote',
    where: 'inside',
    make: (m) => ({
      html: `<div class="pull-quote"><p>${pick(TITLES, m)}, said ${pick(NAMES, m)} of ${pick(CITIES, m)}, ${id(m)}.</p></div>`,
      mark: ', said ',
    }),
  },
];
