/** The plan of a house in a street. */

export type ShopKind = 'door' | 'bakery' | 'pharmacy' | 'hall';

/** A house. The colour indexes are indexes of the palette's lists of colours. */
export interface House {
	x: number;
	width: number;
	height: number;
	wallColourIndex: number;
	shutterColourIndex: number;
	windowColumns: number;
	windowRows: number;
	shop: ShopKind;
	dormerCount?: number;
	hasGable?: boolean;
}
