/** What people do in the visits of one kind of mission. All are chances, 0 to 1, but `products`. */
export interface Habits {
  /** Whether the mission is to buy: the person truly wants the thing. */
  readonly wants: number;
  /** Whether a visit ends after one page. */
  readonly bounce: number;
  /** The mean number of products viewed in a visit that does not bounce. */
  readonly products: number;
  /** Whether a product of the visit goes into the cart. */
  readonly adds: number;
  /** Whether a later visit opens the cart that earlier ones filled. */
  readonly reopens: number;
  /** Whether somebody who wants to, with something in the cart, orders in the first visit, and in each later one. */
  readonly buysAtOnce: number;
  readonly buysLater: number;
  /** Whether another visit follows. */
  readonly goesOn: number;
}

/** Assumed throughout, and set so that per visit about .47 bounce and 4.8 pages are seen (Contentsquare, Q4 2022), about
 *  .125 add to the cart and .028 order (eMarketer, Q4 2021), and .08 of abandoned carts are bought unaided (SeeWhy 2011). */
export const usGeneralRetailHabits = {
  browser: {
    wants: 0,
    bounce: 0.72,
    products: 4,
    adds: 0.02,
    reopens: 0.5,
    buysAtOnce: 0,
    buysLater: 0,
    goesOn: 0.45,
  },
  researcher: {
    wants: 0.5,
    bounce: 0.5,
    products: 6.5,
    adds: 0.05,
    reopens: 0.7,
    buysAtOnce: 0,
    buysLater: 0.15,
    goesOn: 0.7,
  },
  cart_abandoner: {
    wants: 0.85,
    bounce: 0.2,
    products: 4.5,
    adds: 0.6,
    reopens: 0.8,
    buysAtOnce: 0,
    buysLater: 0.04,
    goesOn: 0.7,
  },
  loyal: {
    wants: 0.9,
    bounce: 0.2,
    products: 4.5,
    adds: 0.75,
    reopens: 0.9,
    buysAtOnce: 0.65,
    buysLater: 0.5,
    goesOn: 0.5,
  },
} as const satisfies Readonly<Record<string, Habits>>;
