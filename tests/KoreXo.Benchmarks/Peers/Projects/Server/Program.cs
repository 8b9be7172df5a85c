using Microsoft.AspNetCore.Http.Features;
using Peers;

var builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.ClearProviders();
builder.WebHost.ConfigureKestrel(static kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0));
await using var app = builder.Build();
app.Run(static async context =>
{
    var body = context.Request.Path.Value == "/pet/findByStatus" ? PetResponses.Some : PetResponses.One;
    if (context.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody == true)
    {
        await context.Request.Body.CopyToAsync(Stream.Null);
    }

    context.Response.ContentType = "application/json";
    context.Response.ContentLength = body.Length;
    await context.Response.Body.WriteAsync(body);
});
await app.StartAsync();
Console.WriteLine(app.Urls.Single());
await Console.In.ReadToEndAsync(); // ends with whoever started it
