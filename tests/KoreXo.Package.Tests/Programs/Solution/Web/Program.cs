using KoreXo;
using Travel.Insights;
using Travel.Web;

var builder = WebApplication.CreateBuilder(args);
builder.Logging.SetMinimumLevel(LogLevel.Warning);
builder.Services.AddKoreXo(
    builder.Configuration.GetSection("KoreXo"),
    options =>
    {
        options.Credentials["platform"] = Credential("platform");
        options.Credentials["admin"] = Credential("admin");
        options.Scopes = ScopeManifest.Load(builder.Configuration["Manifest"]!);
    }
);
builder.Services.Configure<WebSettings>(builder.Configuration.GetSection("Web"));
builder.Services.AddInsights();
builder.Services.AddSingleton<INotifier, IntentNotifier>();
builder.Services.AddSingleton<INotifier, EngagementNotifier>();
builder.Services.AddSingleton<Alarm>();
builder.Services.AddHostedService<NightlyBackup>();
builder.Services.AddHostedService<UsageRefresh>();
builder.Services.AddHostedService<StartupCheck>();
builder.Services.AddControllers();

var app = builder.Build();
app.Use(
    static async (context, next) =>
    {
        using var scope = context
            .RequestServices.GetRequiredService<ILoggerFactory>()
            .CreateLogger("requests")
            .BeginScope(context.TraceIdentifier);
        await next(context);
    }
);
app.UseMiddleware<EngagementHeader>();
app.MapSessions();
app.MapIntents();
app.MapControllers();
await app.StartAsync();
Console.WriteLine($"Now listening on {app.Urls.First()}");
await app.WaitForShutdownAsync();

JwtCredential Credential(string kind) => new(builder.Configuration[$"{kind}:ClientId"]!, builder.Configuration[$"{kind}:ClientSecret"]!);
