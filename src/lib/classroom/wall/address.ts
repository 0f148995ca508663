/** Returns the address under which members of the class fetch an exhibit's cover and own files. */
export const exhibitApiAddressOf = (classId: string, exhibit: string): string =>
	`/api/walls/${encodeURIComponent(classId)}/exhibits/${encodeURIComponent(exhibit)}`;

/** Returns the address under which the covers of a portfolio's projects are fetched, by work id. */
export const portfolioCoversApiAddressOf = (classId: string, portfolio: string): string =>
	`/api/walls/${encodeURIComponent(classId)}/portfolios/${encodeURIComponent(portfolio)}/covers`;

export const shownExhibitApiAddressOf = (link: string): string => `/api/shown/${encodeURIComponent(link)}`;
