namespace Travel.Web;

internal sealed class WebSettings
{
    public string Bot { get; set; } = "";

    public TimeSpan BackupInterval { get; set; } = TimeSpan.FromDays(1);

    public TimeSpan UsageInterval { get; set; } = TimeSpan.FromMinutes(5);
}
