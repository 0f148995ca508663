/** Addresses of the release before, which this one still answers for pages that were loaded or kept then. */

/** Drop an entry one release after it was added. */
const FORMER: [RegExp, string][] = [
	[/^(\/api\/assignments\/[^/]+)\/standing$/, '$1/progress'],
	[/^((?:\/\w+)?\/classes\/[^/]+\/assignments\/[^/]+)\/again$/, '$1/rejudge']
];

/** Returns the path under which this release knows what a path stands for. */
export function currentPath(path: string): string {
	return FORMER.reduce((known, [former, current]) => known.replace(former, current), path);
}
