import { arabic } from '../../src/texts/ar/page/index.js';
import { english } from '../../src/texts/en/page/index.js';

const COUNTS = [0, 1, 2, 3, 10, 11, 99, 100, 102, 103];

it('an Arabic noun has the form that its number asks for', () => {
  expect(COUNTS.map(arabic.pageStrings.newOf.notes)).toEqual([
    '٠ ملاحظة',
    'ملاحظة واحدة',
    'ملاحظتان',
    '٣ ملاحظات',
    '١٠ ملاحظات',
    '١١ ملاحظة',
    '٩٩ ملاحظة',
    '١٠٠ ملاحظة',
    '١٠٢ ملاحظة',
    '١٠٣ ملاحظات',
  ]);
  expect([2, 5, 40].map(arabic.pageStrings.more.photos)).toEqual([
    'عرض صور يومين سابقين',
    'عرض صور ٥ أيام سابقة',
    'عرض صور ٤٠ يومًا سابقًا',
  ]);
});

it('an Arabic sentence about several things has the verb and the case of its number', () => {
  expect([1, 2, 4, 11].map(arabic.strings.openQuotes)).toEqual([
    'عرض سعر واحد بانتظار إجابتك.',
    'عرضا سعر بانتظار إجابتك.',
    '٤ عروض أسعار بانتظار إجابتك.',
    '١١ عرض سعر بانتظار إجابتك.',
  ]);
  expect([1, 2, 3].map(arabic.pageStrings.photosMissing)).toEqual([
    'تعذّر تحميل صورة واحدة، ولن تكتمل الصفحة على الورق. تحقّق من الاتصال ثم اطبع مرة أخرى.',
    'تعذّر تحميل صورتين، ولن تكتمل الصفحة على الورق. تحقّق من الاتصال ثم اطبع مرة أخرى.',
    'تعذّر تحميل ٣ صور، ولن تكتمل الصفحة على الورق. تحقّق من الاتصال ثم اطبع مرة أخرى.',
  ]);
});

it('no text of the page is the same in both languages', () => {
  const both = [english, arabic].map((texts) => new Set(sentences(texts)));
  expect([...(both[0] as Set<string>)].filter((each) => both[1]?.has(each))).toEqual([]);
});

/** Texts that are the same for all pages; those that take a value are tried by pages. */
function sentences(texts: unknown): string[] {
  if (typeof texts === 'string') return texts.trim() ? [texts] : [];
  return texts && typeof texts === 'object' ? Object.values(texts).flatMap(sentences) : [];
}
