export const cheese = 30;
export const vegetables = 20;
export const salt = 0.9;
