import { defineRule } from '../clean/rule.js';

export const linkToNowhere = defineRule({
  name: 'link-to-nowhere',
  group: 'links',
  why: 'A link with an empty address led back to the page that it stood on; in another file it leads nowhere. Its words stay.',
  match: { names: ['a'], test: (node) => node.get('href')?.trim() === '' },
  action: 'unwrap',
  examples: [
    { title: 'an empty address', before: '<p>See <a href="">the map</a>.</p>', after: '<p>See the map.</p>' },
    { title: 'nothing but a blank', before: '<p>참고: <a href=" ">지도</a></p>', after: '<p>참고: 지도</p>' },
  ],
  keeps: [
    { title: 'a place on the page', html: '<p><a href="#map">the map</a></p>' },
    { title: 'an anchor', html: '<p><a id="map">the map</a></p>' },
    { title: 'the folder', html: '<p><a href="./">the map</a></p>' },
  ],
});
