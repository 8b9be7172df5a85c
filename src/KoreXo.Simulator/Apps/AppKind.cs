namespace KoreXo.Simulator;

/// <summary>The three kinds of app that the platform gives credentials to.</summary>
public enum AppKind
{
    /// <summary>A JWT app, made in the settings of a bot. The simulator lets it reach every bot.</summary>
    Platform,

    /// <summary>An app of the account, made in the Admin Console.</summary>
    Admin,

    /// <summary>An app for data tables. The rights it has are its scopes, here on every table and view alike.</summary>
    Data,
}
