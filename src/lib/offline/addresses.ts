/** Upper limit of challenge and library files that a browser keeps, the last loaded ones. A lesson loads three. */
export const MOST_KEPT_CONTENT_FILES = 150;

/** Placeholder id of kept pages: pages of projects and assignments differ only by id, so one of each kind is kept. */
export const PLACEHOLDER_ID = '00000000-0000-4000-8000-000000000000';

const PAGE_DATA_SUFFIX = '/__data.json';
const INVALIDATED_PARTS_PARAMETER = 'x-sveltekit-invalidated';
const IMMUTABLE_PATH_PREFIX = '/_app/immutable/';
const PAGE_WITH_ID_PATTERN = /^\/(?:fr|en)\/(?:projects|assignments)\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;
const KEPT_PAGE_PATTERNS = [
	/^\/(?:fr|en)$/,
	/^\/(?:fr|en)\/challenges(?:\/[\w-]+)?$/,
	/^\/(?:fr|en)\/projects(?:\/new|\/from\/[\w-]+)?$/,
	/^\/(?:fr|en)\/offline$/,
	PAGE_WITH_ID_PATTERN
];
const WORKBENCH_PAGE_PATTERN =
	/^\/(?:fr|en)\/(?:challenges\/[\w-]+|projects\/(?:new|[0-9a-f-]{36})|assignments\/[0-9a-f-]{36})$/;
const CHALLENGE_PART_PATTERN = /^\/challenges\/[\w-]+\/[\w-]+\/[\w.-]+$/;

/** Returns the cache key of a page, or undefined for pages that are not kept. */
export function pageCacheKey({ pathname, searchParams }: URL): string | undefined {
	if (!KEPT_PAGE_PATTERNS.some((pattern) => pattern.test(pathname))) return undefined;
	const id = PAGE_WITH_ID_PATTERN.exec(pathname)?.[1];
	if (id !== undefined) return pathname.replace(id, PLACEHOLDER_ID);
	// Only a page's script in the browser reads all other parameters, so pages that differ only in them share one kept page.
	const template = searchParams.get('begin');
	return pathname.endsWith('/projects/new') && template !== null
		? `${pathname}?begin=${encodeURIComponent(template)}`
		: pathname;
}

export const idOfPage = ({ pathname }: URL): string | undefined => PAGE_WITH_ID_PATTERN.exec(pathname)?.[1];

export function pageDataCacheKey(page: string): string {
	const [path = '', search] = page.split('?');
	return path + PAGE_DATA_SUFFIX + (search === undefined ? '' : `?${search}`);
}

/** Cache key of the layout's data, which all pages share, as does the error page shown when a kept page fails to open. */
export const LAYOUT_DATA_KEY = PAGE_DATA_SUFFIX;

/** Tells whether a data request is for the layout alone: SvelteKit sends one digit per part, the layout's first. */
export const isLayoutDataRequest = ({ searchParams }: URL): boolean =>
	/^10*$/.test(searchParams.get(INVALIDATED_PARTS_PARAMETER) ?? '');

/** Returns the address that requests only some parts of a page's data; `parts` has one digit per part. */
export const pageDataPartsAddress = (key: string, parts: string): string =>
	`${key}${key.includes('?') ? '&' : '?'}${INVALIDATED_PARTS_PARAMETER}=${parts}`;

export function pageUrlOfData(url: URL): URL | undefined {
	if (!url.pathname.endsWith(PAGE_DATA_SUFFIX)) return undefined;
	const page = new URL(url);
	page.pathname = url.pathname.slice(0, -PAGE_DATA_SUFFIX.length);
	return page;
}

/** Folder of libraries. Their files are named by version, and fetched only by projects that use them. */
const LIBRARY_PATH_PREFIX = '/libraries/';

/**
 * Tells whether a path belongs to a challenge or a library. The kept page that all assignments or all projects share cannot name
 * such files.
 */
export const isChallengeOrLibraryPath = (path: string): boolean =>
	CHALLENGE_PART_PATTERN.test(path) || path.startsWith(LIBRARY_PATH_PREFIX);

/** Tells whether a path is named by its content or version, so that a kept copy never becomes outdated. */
export const isImmutablePath = (path: string): boolean =>
	path.startsWith(IMMUTABLE_PATH_PREFIX) || isChallengeOrLibraryPath(path);

export const isWorkbenchAddress = (path: string): boolean => WORKBENCH_PAGE_PATTERN.test(path);

export const placeholderProjectPath = (language: string): string => `/${language}/projects/${PLACEHOLDER_ID}`;

export const noNetworkPagePath = (language: string): string => `/${language}/offline`;
