namespace KoreXo.Simulator;

/// <summary>The three kinds of app that the platform gives credentials to.</summary>
public enum AppKind
{
    /// <summary>A JWT app of one bot, made in the bot's settings.</summary>
    Platform,

    /// <summary>An app of the account, made in the Admin Console.</summary>
    Admin,

    /// <summary>An app for data tables. The rights it has on tables and views are its scopes.</summary>
    Data,
}
