namespace LogiPilot.Kaizen.Core.Alerts;

/// <summary>What a person may ask of an existing alert.</summary>
public enum AlertCommandName
{
    Acknowledge,
    Assign,
    Confirm,
    Start,
    Release,
    Resolve,
    Close,
    Reopen,
    Cancel,
    Comment,
    ChangeSeverity,
    StopLine,
    RestartLine,
    Shelve,
    Unshelve,
    Transfer,
    Refuse,
}
