using LogiPilot.Kaizen.Store.Tests.Contracts;

namespace LogiPilot.Kaizen.Store.Tests.Sqlite;

public sealed class SqliteUnitOfWorkTests() : UnitOfWorkContract(new SqliteStore());

public sealed class SqliteChangeLogTests() : ChangeLogContract(new SqliteStore());

public sealed class SqliteOrganisationStoreTests() : OrganisationStoreContract(new SqliteStore());

public sealed class SqliteCalendarStoreTests() : CalendarStoreContract(new SqliteStore());

public sealed class SqliteAlertStoreTests() : AlertStoreContract(new SqliteStore());

public sealed class SqliteEscalationStoreTests() : EscalationStoreContract(new SqliteStore());

public sealed class SqliteMovementsTests() : MovementsContract(new SqliteStore());

public sealed class SqliteOwnershipTests() : OwnershipContract(new SqliteStore());

public sealed class SqliteAlertListTests() : AlertListContract(new SqliteStore());

public sealed class SqliteSupplyStoreTests() : SupplyStoreContract(new SqliteStore());

public sealed class SqliteExtractMemoryTests() : ExtractMemoryContract(new SqliteStore());

public sealed class SqliteNoticeStoreTests() : NoticeStoreContract(new SqliteStore());

public sealed class SqliteAttachmentStoreTests() : AttachmentStoreContract(new SqliteStore());

public sealed class SqliteWebhookStoreTests() : WebhookStoreContract(new SqliteStore());

public sealed class SqliteAlarmHealthTests() : AlarmHealthContract(new SqliteStore());

public sealed class SqliteActionStoreTests() : ActionStoreContract(new SqliteStore());

public sealed class SqliteDysfunctionStoreTests() : DysfunctionStoreContract(new SqliteStore());

public sealed class SqlitePlanStoreTests() : PlanStoreContract(new SqliteStore());

public sealed class SqliteIndicatorStoreTests() : IndicatorStoreContract(new SqliteStore());

public sealed class SqlitePlantMeasureTests() : PlantMeasureContract(new SqliteStore());

public sealed class SqliteEvidenceTests() : EvidenceContract(new SqliteStore());
