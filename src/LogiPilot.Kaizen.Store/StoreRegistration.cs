using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Improvement.Actions;
using LogiPilot.Kaizen.Core.Improvement.Dysfunctions;
using LogiPilot.Kaizen.Core.Improvement.Indicators;
using LogiPilot.Kaizen.Core.Improvement.Plans;
using LogiPilot.Kaizen.Core.Notifications;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Reporting;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Core.Supply;
using LogiPilot.Kaizen.Store.Alerts;
using LogiPilot.Kaizen.Store.Improvement.Actions;
using LogiPilot.Kaizen.Store.Improvement.Dysfunctions;
using LogiPilot.Kaizen.Store.Improvement.Indicators;
using LogiPilot.Kaizen.Store.Improvement.Plans;
using LogiPilot.Kaizen.Store.Notifications;
using LogiPilot.Kaizen.Store.Organisation;
using LogiPilot.Kaizen.Store.Reporting;
using LogiPilot.Kaizen.Store.Shared;
using LogiPilot.Kaizen.Store.Sqlite;
using LogiPilot.Kaizen.Store.Supply;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LogiPilot.Kaizen.Store;

public static class StoreRegistration
{
    /// <summary>
    /// Every port of the core on the embedded database of a data folder. Asking for <see cref="SqliteDatabase"/> makes the folder
    /// and migrates the database.
    /// </summary>
    public static IServiceCollection AddKaizenStore(this IServiceCollection services, string dataFolder)
    {
        services.AddSingleton(_ => new SqliteDatabase(dataFolder));
        services.AddSingleton<IReadConnections>(s => s.GetRequiredService<SqliteDatabase>());
        services.AddSingleton<CommitSignal>();
        services.AddSingleton<ICommitSignal>(s => s.GetRequiredService<CommitSignal>());
        services.AddSingleton<SqliteWriter>();
        services.AddSingleton<IDirectory, OrganisationDirectory>();
        services.AddHostedService<CommitWatch>();

        services.AddScoped<StoreSession>();
        services.AddScoped<ISnapshot>(s => s.GetRequiredService<StoreSession>());
        services.AddScoped<IUnitOfWork, SqliteUnitOfWork>();
        services.AddScoped<IChangeLog, ChangeLog>();
        services.AddScoped<IChangeLogReader, ChangeLog>();
        services.AddScoped<ICommandMemory, CommandMemory>();
        services.AddScoped<IAttachmentStore, AttachmentStore>();
        services.AddScoped<IOrganisationStore, OrganisationStore>();
        services.AddScoped<ICalendarStore, CalendarStore>();
        services.AddScoped<ITokenStore, TokenStore>();
        services.AddScoped<IEndedSessions, EndedSessions>();
        services.AddScoped<ISupplyStore, SupplyStore>();
        services.AddScoped<ISupplyReader, SupplyReader>();
        services.AddScoped<IExtractMemory, ExtractMemory>();
        services.AddScoped<IAlertStore, AlertStore>();
        services.AddScoped<IAlertReader, AlertReader>();
        services.AddScoped<IEscalationStore, EscalationStore>();
        services.AddScoped<IEscalationReader, EscalationReader>();
        services.AddScoped<IHandoverStore, HandoverStore>();
        services.AddScoped<IMaintenanceWindowStore, MaintenanceWindowStore>();
        services.AddScoped<IRecurrenceStore, RecurrenceStore>();
        services.AddScoped<IRecurrenceReader, RecurrenceReader>();
        services.AddScoped<IPlanStore, PlanStore>();
        services.AddScoped<IPlanReader, PlanReader>();
        services.AddScoped<IPlansOfActions, PlansOfActions>();
        services.AddScoped<IDysfunctionStore, DysfunctionStore>();
        services.AddScoped<IDysfunctionReader, DysfunctionReader>();
        services.AddScoped<IIndicatorStore, IndicatorStore>();
        services.AddScoped<IIndicatorReader, IndicatorStore>();
        services.AddScoped<IMeasureHistory, MeasureHistory>();
        services.AddScoped<IAlarmHistory, AlarmHistory>();
        services.AddScoped<IEvidenceRecords, EvidenceRecords>();
        services.AddScoped<IEvidenceShares, EvidenceShareStore>();
        services.AddScoped<IActionStore, ActionStore>();
        services.AddScoped<IActionReader, ActionReader>();
        services.AddScoped<INoticeStore, NoticeStore>();
        services.AddScoped<IOutboxStore, OutboxStore>();
        services.AddScoped<INoticeReader, NoticeReader>();
        services.AddScoped<ICalendarLinkStore, CalendarLinkStore>();
        services.AddScoped<IWebhookStore, WebhookStore>();
        services.AddScoped<IWebhookReader, WebhookStore>();
        services.AddScoped<INoticeRuns, NoticeRuns>();
        services.AddScoped<IContacts, Contacts>();

        services.AddDbContext<CredentialsContext>((s, options) =>
            options.UseSqlite(s.GetRequiredService<SqliteDatabase>().Open(), contextOwnsConnection: true));
        return services;
    }
}
