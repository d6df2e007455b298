/**
 * SQL condition: the business `b` demands a second factor of the role of its member `m` that they have not confirmed.
 */
export const MUST_SET_UP = `(m.role = any(b.require_second_factor_for) and not exists (
    select from second_factors f where f.staff_member_id = m.id and f.confirmed_at is not null))`;
