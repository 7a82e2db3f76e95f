export interface Year {
  readonly households: number;
  /** Whether a household that bought on discount up to week 26 goes on doing so, or does the opposite from then on. */
  readonly habit: 'kept' | 'turned';
}

const WEEKS = Array.from({ length: 52 }, (_, index) => index + 1);
const LAST_FEATURE_WEEK = 26;
const ITEMS = [0, 1, 2, 3];

/** A year of transactions as training reads them (training/README.md, "Input"): a CSV file with a row for each item. */
export function transactions(year: Year): string {
  const households = Array.from({ length: year.households }, (_, index) => index + 1);
  const rows = households.flatMap((household) =>
    WEEKS.filter((week) => (household + week) % 3 === 0).flatMap((week) =>
      ITEMS.map((item) => row(year, household, { week, item })),
    ),
  );
  return ['household_id,basket_id,quantity,sales_value,retail_disc,coupon_disc,week', ...rows, ''].join('\n');
}

/** Regular, not random: the same year is the same file. */
function row({ habit }: Year, household: number, { week, item }: { readonly week: number; readonly item: number }) {
  const early = (household * 37) % 100;
  const percent = habit === 'turned' && week > LAST_FEATURE_WEEK ? 100 - early : early;
  const discount = (household * 31 + week * 17 + item * 23) % 100 < percent ? '0.50' : '0.00';
  const price = (1.1 + ((household * 7 + week) % 40)).toFixed(2);
  return [household, household * 1000 + week, 1 + ((household + item) % 3), price, discount, '0.00', week].join(',');
}
