/** Returns the addresses from which the cover and the pictures of an exhibit come: for its class, and for people with its link. */
export const exhibitAddress = (classId: string, exhibit: string): string =>
	`/api/walls/${encodeURIComponent(classId)}/exhibits/${encodeURIComponent(exhibit)}`;

/** Returns the address under which the covers of a portfolio's projects come, each by the id of its work. */
export const portfolioCoversAddress = (classId: string, portfolio: string): string =>
	`/api/walls/${encodeURIComponent(classId)}/portfolios/${encodeURIComponent(portfolio)}/covers`;

export const shownExhibitAddress = (link: string): string => `/api/shown/${encodeURIComponent(link)}`;
