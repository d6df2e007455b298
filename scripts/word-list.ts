import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * Keeps out the words that this project once had for things that GraphQL, databases and the trade have words for.
 * Prints every place of one with the word to use instead, and fails. `src/GLOSSARY.md` explains the right ones.
 */

/** Identifiers, or parts of them where a pattern says so. */
const IDENTIFIERS: [RegExp, string][] = [
  [/\bRECORDS\b|\bRecordClass\b|\brecordOf\b/, 'entity: ENTITIES, EntityClass, entityOf'],
  [
    /\bwhoComes\b|\bwhoIs\b|\bArrivals?\b|\barrive\b/,
    'authenticate, resolvePrincipal, AuthenticatedRequest',
  ],
  [/\bproofOf\b|\bisGiven\b|\bProof\b/, 'StatementGuard, guardOf, holds'],
  [/\bLastSeen\b|\blastSeen\b/, 'PrincipalCache'],
  [/\bhandedOver\b(?!['"?]?:)(?=\()|\bHandedOver\b|\bisTroubled\b/, 'Handoff, compiledFailed'],
  [/\bQuestion\b|\bmayTake\b|\bquestionIn\b/, 'ParsedRequest, isEligible'],
  [/\bCarried\w*|\bcarriedAs\b|\bwritingOf\b|\bWHOLE\b/, 'JSON plan, output field, encoder'],
  [/\bsaidBy\b|\bsaidFrom\b/, 'computedSql, relationSql'],
  [/\bListFor\b|\bOneFor\b|\bbrought\b/, 'HasMany, BelongsTo, preloaded'],
  [/\bLookAhead\b|\blookAhead\b|\bLookingAhead\b/, 'selection plan'],
  [/\bFastLane\b|\bstandBefore\b/, 'FastPath, install, recordResponseHeaders'],
  [/\bgraphsOf\b|\bGraph\b(?!QL)/, 'audience schemas, AudienceSchema'],
  [/\bwallsDown\b|\bWall\b/, 'disabledLayers, DisabledLayer'],
  [/\bplaceInDocument\b|\bplainFields\b/, 'errorLocation, withDefaultResolvers'],
  [/\bRooms\b|\bafresh\w*\(/, 'Services, rereadPayload'],
  [
    /\btickedAtFirst\b|\bpublishesAtOnce\b|\bstillListed\b|\basOne\b/,
    'preselected, autoPublish, isActive, singleItem',
  ],
  [/\bhowItTravels\b|\bcutsSight\b|\bVerdict\b/, 'delivery, blocksView, CheckResult'],
  [
    /\bWhoHears\b|\bwhoHears\b|\bStanding\b|\bRounds\b|\bNews\b/,
    'EventVisibility, SessionStatus, Poller, TopicUpdate',
  ],
  [/\basOnlySender\b|\bLetter\b|\bletterAs\w+/, 'withAdvisoryLock, EmailTemplate'],
  [/\bOpenPortal\b|\bportalPass\b/, 'PortalSession'],
  [/\b(job|quote|record|member|thread)ToChange\b/, 'lockJob, lockQuote, lockEntity'],
  // Names of settings stay: `.env` files hold them.
  [/\bMOST_(?!CONNECTIONS)\w+/, 'MAX_…'],
  [/\bisOurFault\b/, 'isServerFault'],
  [
    /\bDropNote\b|\bRewriteNote\b|\bWriteNote\b/,
    'the name of the API: RemoveNote, UpdateNote, AddNote',
  ],
];

/** Words of prose, in comments and texts alike. */
const PROSE: [RegExp, string][] = [
  [/\bwhoever\b/i, 'say who: "the caller", "staff", "the client"'],
  [/\banew\b/i, '"again"'],
];

const FILE_NAMES =
  /(^|\/)(steps-|how-it-|who-|look-ahead|fast-lane|last-seen|handed-over|carried|letter|writings|walls|graphs)[^/]*$/;
/** History, this list itself, and what was measured long ago. */
const LEFT_ALONE =
  /^(CHANGELOG\.md|scripts\/word-list\.ts|scripts\/bench\/(NOTES|RESULTS)\.md|schema\/|.*\.(png|svg|lock)$|package-lock\.json|.*\/package-lock\.json)/;

const files = execFileSync('git', ['ls-files'], { encoding: 'utf8' })
  .split('\n')
  .filter((file) => /\.(tsx?|cts|graphql|md|css|html)$/.test(file) && !LEFT_ALONE.test(file));

const found = files.flatMap((file) => [
  ...(FILE_NAMES.test(file) ? [`${file}: name the file by the field's word`] : []),
  ...placesIn(file),
]);
for (const place of found) console.log(place);
if (found.length > 0) console.log(`\n${found.length} old words; see src/GLOSSARY.md.`);
process.exit(found.length > 0 ? 1 : 0);

function placesIn(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  const code = /\.(tsx?|cts)$/.test(file) ? codeOf(text) : '';
  return [...placesOf(text, PROSE, file), ...placesOf(code, IDENTIFIERS, file)];
}

function placesOf(text: string, words: [RegExp, string][], file: string): string[] {
  return text.split('\n').flatMap((line, at) => {
    const found = words.filter(([word]) => word.test(line));
    return found.map(
      ([word, instead]) => `${file}:${at + 1}: ${line.match(word)?.[0]} → ${instead}`,
    );
  });
}

/** The text with blanks for comments and strings: the list bans identifiers, not English. */
function codeOf(text: string): string {
  const blank = (part: string) => part.replace(/[^\n]/g, ' ');
  return text.replace(/\/\*.*?\*\/|\/\/[^\n]*|`[^`]*`|'[^'\n]*'|"[^"\n]*"/gs, blank);
}
