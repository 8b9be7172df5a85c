namespace KoreXo.Simulator;

/// <summary>The kinds of apps that have credentials on the platform.</summary>
public enum AppKind
{
    /// <summary>A JWT app, created in the settings of a bot. In the simulator, it has access to every bot.</summary>
    Platform,

    /// <summary>An app of the account, created in the Admin Console.</summary>
    Admin,

    /// <summary>An app for data tables. Its permissions are its scopes; in the simulator, they apply to every table and view.</summary>
    Data,
}
