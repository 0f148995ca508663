/**
 * Two weeks of parking in Valcendre, a town that does not exist: 200 stays, 30 plates, 6 zones.
 * Invented. Generated once by mulberry32(2018) from a few habits (the station at 7, the market on Wednesdays and
 * Saturdays, the pharmacy, the place of worship, evenings at home) and kept here as it came out. The plates hold an
 * O, an I or a U, letters that no real French plate has.
 */
export type Zone = 'pharmacy' | 'worship' | 'townhall' | 'market' | 'station' | 'home';

export interface Stay {
	plate: string;
	zone: Zone;
	/** Minutes since the first Monday, midnight: 1440 a day. */
	start: number;
	/** Minutes that the car stayed. */
	stayed: number;
	/** Minutes on the ticket; 0 when the driver took none. The first 20 are free. */
	minutes: number;
	/** Without a ticket of their own: a paper ticket that somebody left with time on it lies behind the windscreen. */
	borrowed: boolean;
	/** The minute an officer came by while the car stood there, on the same clock as `start`; null when none did. */
	seenAt: number | null;
}

/** The last midnight: what is stored "tonight" is what is stored now. */
export const tonight = 14 * 1440;

const rows: [string, Zone, number, number, number, boolean, number | null][] = [
	['VU-439-UC', 'station', 419, 14, 20, false, null],
	['BI-538-UZ', 'station', 433, 30, 30, false, null],
	['HI-809-UV', 'station', 438, 27, 30, false, null],
	['SO-716-IF', 'station', 438, 19, 20, false, 440],
	['SO-716-IF', 'townhall', 680, 7, 20, false, 686],
	['BI-538-UZ', 'townhall', 719, 95, 95, false, null],
	['MU-126-UD', 'station', 789, 54, 55, false, null],
	['DU-161-UY', 'home', 864, 66, 70, false, 900],
	['SO-716-IF', 'station', 953, 87, 90, false, 974],
	['KI-664-IR', 'market', 1063, 33, 35, false, 1068],
	['PO-803-OR', 'worship', 1118, 98, 100, false, null],
	['PI-524-UC', 'home', 1238, 56, 60, false, null],
	['WO-450-OM', 'home', 1245, 110, 80, false, 1350],
	['MU-281-UC', 'home', 1253, 87, 90, false, null],
	['HI-635-UA', 'home', 1282, 78, 80, false, 1317],
	['VU-439-UC', 'station', 1837, 15, 20, false, null],
	['HI-809-UV', 'station', 1842, 33, 35, false, null],
	['SO-716-IF', 'station', 1848, 21, 25, false, null],
	['BI-538-UZ', 'station', 1869, 14, 20, false, 1879],
	['GU-453-UZ', 'pharmacy', 1964, 25, 25, false, 1972],
	['RO-341-UW', 'pharmacy', 1970, 31, 20, false, 1971],
	['ZO-479-IY', 'pharmacy', 1979, 19, 20, false, 1984],
	['JO-433-UY', 'pharmacy', 1994, 34, 20, false, null],
	['QU-786-IH', 'market', 2104, 20, 20, false, 2123],
	['QU-786-IH', 'market', 2124, 20, 20, false, null],
	['LI-323-IZ', 'station', 2130, 20, 20, false, null],
	['QU-786-IH', 'market', 2144, 20, 20, false, 2149],
	['LI-323-IZ', 'station', 2150, 20, 20, false, 2165],
	['LI-323-IZ', 'station', 2170, 20, 20, false, 2172],
	['HI-809-UV', 'worship', 2186, 61, 65, false, 2229],
	['SI-205-IZ', 'worship', 2400, 114, 0, true, 2493],
	['GU-453-UZ', 'townhall', 2480, 85, 0, true, 2554],
	['MU-126-UD', 'worship', 2578, 109, 110, false, null],
	['MU-281-UC', 'home', 2676, 99, 100, false, null],
	['WO-450-OM', 'home', 2686, 76, 80, false, null],
	['HI-635-UA', 'home', 2715, 72, 0, true, null],
	['PI-524-UC', 'home', 2716, 99, 100, false, 2739],
	['HI-809-UV', 'station', 3303, 31, 35, false, null],
	['BI-538-UZ', 'station', 3305, 12, 20, false, 3315],
	['SO-716-IF', 'station', 3310, 26, 30, false, 3323],
	['DU-161-UY', 'market', 3469, 80, 80, false, null],
	['EO-175-UQ', 'market', 3469, 60, 60, false, 3511],
	['JO-528-IL', 'market', 3485, 69, 70, false, 3487],
	['VU-337-OY', 'market', 3507, 111, 115, false, null],
	['SI-205-IZ', 'worship', 3653, 15, 20, false, 3665],
	['HI-635-UA', 'pharmacy', 3879, 15, 20, false, 3892],
	['WO-450-OM', 'pharmacy', 3887, 17, 20, false, 3902],
	['WI-690-OP', 'worship', 3892, 81, 85, false, null],
	['ZO-479-IY', 'station', 3932, 48, 0, true, 3943],
	['RO-341-UW', 'worship', 3990, 75, 0, false, null],
	['SO-716-IF', 'station', 4724, 30, 30, false, 4734],
	['HI-809-UV', 'station', 4728, 43, 45, false, null],
	['VU-439-UC', 'station', 4764, 28, 30, false, null],
	['DO-440-OC', 'home', 5036, 66, 50, false, null],
	['ZO-479-IY', 'townhall', 5161, 47, 0, false, null],
	['JO-433-UY', 'townhall', 5175, 61, 0, false, 5196],
	['SO-716-IF', 'pharmacy', 5219, 12, 20, false, 5221],
	['KI-664-IR', 'station', 5251, 91, 80, false, null],
	['KU-152-IB', 'station', 5266, 78, 80, false, 5288],
	['KI-362-ID', 'home', 5362, 32, 35, false, null],
	['ZO-479-IY', 'townhall', 5393, 46, 50, false, 5429],
	['MO-868-OL', 'home', 5415, 96, 80, false, 5494],
	['RO-341-UW', 'pharmacy', 5440, 55, 0, true, null],
	['MU-126-UD', 'home', 5450, 108, 110, false, 5550],
	['MU-281-UC', 'home', 5573, 59, 60, false, 5620],
	['HI-635-UA', 'home', 5582, 62, 0, false, 5613],
	['PI-524-UC', 'home', 5585, 88, 90, false, 5623],
	['WO-450-OM', 'home', 5590, 110, 110, false, 5627],
	['BI-538-UZ', 'station', 6161, 17, 20, false, null],
	['HI-809-UV', 'station', 6180, 40, 20, false, 6200],
	['VU-439-UC', 'station', 6196, 15, 20, false, null],
	['JO-433-UY', 'pharmacy', 6275, 22, 25, false, null],
	['RO-341-UW', 'pharmacy', 6313, 8, 20, false, 6318],
	['ZO-479-IY', 'pharmacy', 6322, 32, 0, false, 6338],
	['GU-453-UZ', 'pharmacy', 6324, 28, 30, false, 6350],
	['JO-528-IL', 'pharmacy', 6405, 83, 0, false, 6444],
	['QU-786-IH', 'market', 6433, 20, 20, false, null],
	['LI-323-IZ', 'station', 6447, 20, 20, false, 6449],
	['QU-786-IH', 'market', 6453, 20, 20, false, 6457],
	['KI-664-IR', 'worship', 6460, 70, 50, false, 6463],
	['LI-323-IZ', 'station', 6467, 20, 20, false, 6480],
	['QU-786-IH', 'market', 6473, 20, 20, false, null],
	['DO-440-OC', 'worship', 6481, 77, 80, false, 6506],
	['LI-323-IZ', 'station', 6487, 20, 20, false, null],
	['XU-863-UH', 'worship', 6505, 81, 85, false, 6578],
	['RO-341-UW', 'worship', 6837, 76, 0, true, 6843],
	['SO-716-IF', 'market', 7778, 44, 45, false, 7790],
	['EO-175-UQ', 'market', 7789, 75, 0, false, null],
	['BI-538-UZ', 'market', 7791, 87, 90, false, null],
	['JO-528-IL', 'market', 7793, 53, 0, false, 7798],
	['DU-161-UY', 'market', 7797, 67, 50, false, 7835],
	['WI-690-OP', 'townhall', 8021, 93, 0, false, null],
	['KI-362-ID', 'station', 8220, 69, 70, false, 8284],
	['BI-538-UZ', 'worship', 8313, 58, 60, false, null],
	['DU-161-UY', 'townhall', 8334, 58, 60, false, null],
	['ZO-479-IY', 'market', 9212, 26, 30, false, 9217],
	['DO-440-OC', 'worship', 9355, 55, 55, false, 9371],
	['XU-863-UH', 'worship', 9382, 60, 60, false, 9394],
	['KI-664-IR', 'worship', 9385, 54, 55, false, 9416],
	['DU-161-UY', 'station', 9398, 54, 55, false, 9416],
	['WO-450-OM', 'home', 9875, 85, 85, false, 9950],
	['PI-524-UC', 'home', 9905, 88, 90, false, null],
	['MU-281-UC', 'home', 9921, 72, 75, false, null],
	['HI-635-UA', 'home', 9925, 86, 90, false, 9980],
	['BI-538-UZ', 'station', 10489, 31, 35, false, 10501],
	['HI-809-UV', 'station', 10491, 45, 45, false, null],
	['SO-716-IF', 'station', 10493, 16, 20, false, 10496],
	['VU-439-UC', 'station', 10502, 36, 40, false, 10516],
	['HI-809-UV', 'station', 10703, 38, 40, false, 10704],
	['ZO-479-IY', 'pharmacy', 10833, 53, 55, false, null],
	['CU-277-IR', 'home', 10895, 34, 35, false, 10919],
	['SI-205-IZ', 'townhall', 11063, 71, 75, false, 11071],
	['PO-803-OR', 'worship', 11139, 78, 0, true, 11194],
	['MU-281-UC', 'home', 11323, 104, 105, false, null],
	['HI-635-UA', 'home', 11330, 60, 60, false, 11334],
	['PI-524-UC', 'home', 11345, 62, 65, false, 11400],
	['WO-450-OM', 'home', 11349, 93, 95, false, 11388],
	['BI-538-UZ', 'station', 11917, 28, 30, false, 11944],
	['VU-439-UC', 'station', 11954, 27, 30, false, null],
	['SO-716-IF', 'station', 11961, 20, 20, false, 11968],
	['HI-809-UV', 'station', 11964, 42, 45, false, null],
	['RO-341-UW', 'pharmacy', 12052, 32, 20, false, 12057],
	['JO-528-IL', 'home', 12056, 20, 20, false, 12058],
	['ZO-479-IY', 'pharmacy', 12062, 24, 0, true, 12076],
	['GU-453-UZ', 'pharmacy', 12063, 29, 30, false, 12065],
	['JO-433-UY', 'pharmacy', 12070, 32, 35, false, null],
	['QU-786-IH', 'market', 12181, 20, 20, false, 12189],
	['LI-323-IZ', 'station', 12183, 20, 20, false, 12194],
	['QU-786-IH', 'market', 12201, 20, 20, false, 12218],
	['LI-323-IZ', 'station', 12203, 20, 20, false, 12206],
	['QU-786-IH', 'market', 12221, 20, 20, false, null],
	['LI-323-IZ', 'station', 12223, 20, 20, false, 12235],
	['ZO-479-IY', 'station', 12303, 43, 45, false, 12328],
	['VU-439-UC', 'pharmacy', 12365, 13, 20, false, 12372],
	['WI-690-OP', 'townhall', 12451, 42, 45, false, 12463],
	['JO-528-IL', 'pharmacy', 12479, 88, 50, false, 12502],
	['VU-439-UC', 'station', 13373, 20, 20, false, null],
	['BI-538-UZ', 'station', 13375, 43, 0, false, 13380],
	['HI-809-UV', 'station', 13385, 13, 20, false, null],
	['ZO-479-IY', 'station', 13478, 66, 70, false, 13533],
	['DU-161-UY', 'market', 13535, 47, 50, false, 13548],
	['JO-528-IL', 'market', 13546, 42, 45, false, 13559],
	['EO-175-UQ', 'market', 13560, 43, 0, true, 13564],
	['LU-317-OF', 'pharmacy', 13677, 85, 85, false, null],
	['KU-152-IB', 'station', 13725, 28, 30, false, 13747],
	['HI-635-UA', 'pharmacy', 13965, 13, 20, false, null],
	['WO-450-OM', 'pharmacy', 13965, 12, 20, false, null],
	['EO-175-UQ', 'station', 14027, 77, 80, false, null],
	['HI-635-UA', 'home', 14200, 99, 100, false, 14259],
	['WO-450-OM', 'home', 14222, 92, 95, false, 14274],
	['MU-281-UC', 'home', 14240, 84, 85, false, 14287],
	['PI-524-UC', 'home', 14243, 98, 100, false, null],
	['BI-538-UZ', 'station', 14804, 44, 0, false, null],
	['VU-439-UC', 'station', 14809, 20, 20, false, null],
	['SO-716-IF', 'station', 14820, 43, 45, false, 14823],
	['HI-809-UV', 'station', 14843, 43, 45, false, null],
	['MO-868-OL', 'home', 14891, 50, 50, false, 14930],
	['ZO-479-IY', 'home', 14936, 9, 20, false, 14941],
	['DU-161-UY', 'station', 15331, 89, 90, false, null],
	['LU-317-OF', 'worship', 15376, 101, 105, false, null],
	['KU-152-IB', 'pharmacy', 15389, 5, 20, false, 15392],
	['GU-453-UZ', 'pharmacy', 15390, 99, 100, false, null],
	['MO-868-OL', 'market', 15425, 27, 30, false, 15446],
	['PI-524-UC', 'home', 15636, 80, 80, false, 15661],
	['WO-450-OM', 'home', 15669, 62, 0, false, 15689],
	['MU-281-UC', 'home', 15675, 105, 105, false, 15689],
	['HI-635-UA', 'home', 15683, 56, 60, false, null],
	['SO-716-IF', 'station', 16238, 43, 45, false, 16265],
	['VU-439-UC', 'station', 16253, 29, 30, false, 16273],
	['HI-809-UV', 'station', 16272, 15, 20, false, 16286],
	['BI-538-UZ', 'station', 16273, 12, 20, false, 16279],
	['RO-341-UW', 'pharmacy', 16364, 18, 20, false, null],
	['GU-453-UZ', 'pharmacy', 16373, 29, 30, false, null],
	['JO-433-UY', 'pharmacy', 16394, 12, 20, false, 16400],
	['ZO-479-IY', 'pharmacy', 16395, 33, 20, false, null],
	['CU-277-IR', 'market', 16474, 36, 40, false, null],
	['XU-863-UH', 'worship', 16539, 51, 55, false, 16572],
	['DO-440-OC', 'worship', 16543, 78, 50, false, 16614],
	['KI-664-IR', 'worship', 16551, 63, 65, false, 16603],
	['VU-337-OY', 'market', 16843, 51, 20, false, null],
	['SO-716-IF', 'market', 17869, 54, 55, false, null],
	['EO-175-UQ', 'market', 17878, 37, 40, false, null],
	['DU-161-UY', 'market', 17879, 65, 65, false, null],
	['JO-528-IL', 'market', 17881, 59, 60, false, null],
	['BI-538-UZ', 'market', 17891, 64, 65, false, null],
	['VU-337-OY', 'townhall', 17893, 10, 20, false, 17898],
	['LU-317-OF', 'pharmacy', 18000, 7, 20, false, null],
	['DU-161-UY', 'townhall', 18197, 10, 20, false, 18202],
	['PO-803-OR', 'market', 18270, 36, 40, false, 18289],
	['KI-362-ID', 'pharmacy', 18290, 37, 20, false, null],
	['WO-450-OM', 'home', 18525, 58, 60, false, 18577],
	['PI-524-UC', 'home', 18538, 74, 75, false, 18580],
	['HI-635-UA', 'home', 18545, 75, 75, false, 18589],
	['MU-281-UC', 'home', 18563, 101, 0, false, null],
	['CU-277-IR', 'station', 19374, 108, 110, false, null],
	['KI-664-IR', 'worship', 19421, 40, 40, false, null],
	['DO-440-OC', 'worship', 19430, 67, 70, false, 19489],
	['ZO-479-IY', 'market', 19437, 44, 45, false, 19479],
	['XU-863-UH', 'worship', 19441, 71, 0, true, 19481],
	['RO-341-UW', 'townhall', 19785, 61, 0, true, 19795]
];

export const stays: Stay[] = rows.map(([plate, zone, start, stayed, minutes, borrowed, seenAt]) => ({
	plate,
	zone,
	start,
	stayed,
	minutes,
	borrowed,
	seenAt
}));

/** A fee asked of somebody who had paid: the officer misread a plate or a ticket. */
export interface Mistake {
	stay: Stay;
	/** The minute the driver came to the town hall about it, on the same clock. */
	contestedAt: number;
	/** With paper tickets: they still had theirs. */
	paperKept: boolean;
}

/** Invented by hand: the plate and `start` of a stay that was paid, when the driver came, and whether the paper was kept. */
const contested: [plate: string, start: number, contestedAt: number, paperKept: boolean][] = [
	['SO-716-IF', 953, 19860, false],
	['GU-453-UZ', 1964, 17880, true],
	['MU-126-UD', 5450, 18300, true],
	['ZO-479-IY', 5393, 15060, false],
	['DO-440-OC', 9355, 16740, true],
	['XU-863-UH', 9382, 13920, false],
	['HI-809-UV', 10703, 13500, true],
	['JO-528-IL', 13546, 15180, true]
];

export const mistakes: Mistake[] = contested.flatMap(([plate, start, contestedAt, paperKept]) => {
	const stay = stays.find((each) => each.plate === plate && each.start === start);
	return stay === undefined ? [] : [{ stay, contestedAt, paperKept }];
});
