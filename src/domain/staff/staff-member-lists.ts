import { GraphQLDateTime } from 'graphql-scalars';
import { InputType } from 'type-graphql';
import type { Condition, ListOrderBy } from '../../database/reader/reader.js';
import { type Audience, staffOnly } from '../../visibility/audience.js';
import { ListOf } from '../../visibility/bounds.js';
import { declareEnum } from '../../visibility/declare/enums.js';
import { FieldFor } from '../../visibility/declare/fields.js';
import {
  COMMON_ORDER_MEANINGS,
  COMMON_ORDERS,
  commonOrder,
  UPDATED_SINCE,
  updatedSince,
} from '../common/lists/orders.js';
import { StaffMember, StaffRole } from './staff-member.entity.js';

@InputType({ description: 'Filter of staff members; all conditions must hold.' })
export class StaffMemberFilter {
  @ListOf(20)
  @FieldFor(staffOnly, 'Staff members with one of these roles.', () => [StaffRole], {
    nullable: true,
    about: 'StaffMember.role',
  })
  roles?: StaffRole[] | null;

  @FieldFor(staffOnly, UPDATED_SINCE, () => GraphQLDateTime, {
    nullable: true,
    about: 'StaffMember.updatedAt',
  })
  updatedSince?: Date | null;
}

export const StaffMemberOrder = { ...COMMON_ORDERS, NAME: 'NAME' } as const;
export type StaffMemberOrder = keyof typeof StaffMemberOrder;
declareEnum(StaffMemberOrder, 'StaffMemberOrder', staffOnly, 'Sort order of staff members.', {
  ...COMMON_ORDER_MEANINGS,
  NAME: 'By name, A to Z.',
});

export function staffMemberOrder(order: StaffMemberOrder, audience: Audience): ListOrderBy {
  return order === 'NAME'
    ? { property: 'name', direction: 'asc' }
    : commonOrder(StaffMember, order, audience);
}

export function staffMembersOf(filter: StaffMemberFilter, audience: Audience): Condition[] {
  const { roles } = filter;
  return [
    { isNull: 'removedAt' },
    ...(roles ? [{ property: 'role', in: roles }] : []),
    ...updatedSince(StaffMember, filter.updatedSince, audience),
  ];
}
