import { InputType, ObjectType } from 'type-graphql';
import { staffAndClient } from '../../../visibility/audience.js';
import { FieldFor } from '../../../visibility/declare/fields.js';
import { OneLine, Text } from '../../common/text.js';
import { settingsEditors } from './settings-editors.js';

/** A way to pay, in the words of the business. */
@ObjectType({ description: 'A way to pay an invoice, as shown to clients.' })
export class PaymentInstruction {
  @FieldFor(staffAndClient, 'Name of the way to pay, such as "Bank transfer".', () => String)
  label!: string;

  @FieldFor(staffAndClient, 'What the client needs, such as the account number.', () => String)
  details!: string;
}

@InputType({ description: 'A way to pay an invoice, as shown to clients.' })
export class PaymentInstructionInput {
  @OneLine(100)
  @FieldFor(settingsEditors, 'Name of the way to pay, such as "Bank transfer".', () => String)
  label!: string;

  @Text(1_000)
  @FieldFor(settingsEditors, 'What the client needs, such as the account number.', () => String)
  details!: string;
}
