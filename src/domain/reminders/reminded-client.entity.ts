import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import type { Rel } from '@mikro-orm/postgresql';
import { ObjectType } from 'type-graphql';
import { NeverShared } from '../../shareable/shareable.js';
import { Client } from '../clients/client.entity.js';
import { BusinessEntity } from '../common/business-entity.js';

/** A client that had its reminders of a day. The database allows one for each client and day: nobody gets two mails. */
@NeverShared()
@Entity({ tableName: 'reminded_clients' })
@ObjectType()
export class RemindedClient extends BusinessEntity {
  @ManyToOne(() => Client, { createForeignKeyConstraint: false })
  client!: Rel<Client>;

  /** Day at the business. */
  @Property({ type: 'date' })
  day!: string;
}
