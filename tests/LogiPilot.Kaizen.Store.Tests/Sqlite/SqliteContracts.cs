using LogiPilot.Kaizen.Store.Tests.Contracts;

namespace LogiPilot.Kaizen.Store.Tests.Sqlite;

public sealed class SqliteAlertStoreTests() : AlertStoreContract(new SqliteStore());
