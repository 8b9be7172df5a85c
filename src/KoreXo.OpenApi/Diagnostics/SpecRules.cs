namespace KoreXo.OpenApi.Diagnostics;

/// <summary>The ids of all problems that a document can have. An id is never reused.</summary>
internal static class SpecRules
{
    public const string Unreadable = "KXO2001";
    public const string NotOpenApi = "KXO2002";
    public const string Unparsable = "KXO2003";
    public const string BrokenReference = "KXO2004";
    public const string DuplicateOperation = "KXO2005";
    public const string InvalidExtension = "KXO2006";
    public const string DuplicateClient = "KXO2007";
    public const string NothingSelected = "KXO2008";
    public const string Unsupported = "KXO2009";
    public const string PathMismatch = "KXO2010";
    public const string InvalidOption = "KXO2011";
    public const string UnknownScope = "KXO2012";
    public const string CombinedSchemes = "KXO2013";
    public const string UndeclaredScheme = "KXO2015";
    public const string UndeclaredScope = "KXO2016";
    public const string LeftOut = "KXO2017";
    public const string InvalidOverlay = "KXO2018";
    public const string UnknownWord = "KXO2020";
    public const string TooLarge = "KXO2021";
}
