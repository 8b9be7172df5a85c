using System.Net;
using System.Net.Sockets;
using System.Text;

namespace KoreXo.Simulator.Tests.Requests;

/// <summary>Who has no token cannot fill the memory, and who comes by another name is not let in.</summary>
public sealed class StrangerTests
{
    [Theory]
    [InlineData("evil.example", 421)]
    [InlineData("evil.example:80", 421)]
    [InlineData("169.254.169.254", 421)]
    [InlineData("localhost", 200)]
    [InlineData("127.0.0.1:9999", 200)]
    [InlineData("[::1]", 200)]
    public async Task Only_the_names_of_this_machine_are_answered(string host, int status)
    {
        await using var platform = await XoSimulator.StartAsync(new XoSimulatorOptions { ShowMonitor = true });
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(platform.Endpoint, "/_monitor/state"));
        request.Headers.Host = host;
        using var response = await http.SendAsync(request);
        Assert.Equal(status, (int)response.StatusCode);
    }

    [Fact]
    public async Task The_body_of_a_request_without_a_token_is_not_kept()
    {
        await using var platform = await XoSimulator.StartAsync();
        using var http = new HttpClient();
        using var body = new ByteArrayContent(new byte[300_000]);

        using var response = await http.PostAsync(new Uri(platform.Endpoint, "/api/v1.1/rest/bot/st-1/findIntent"), body);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        var record = Assert.Single(platform.Requests);
        Assert.Equal((4096, 300_000), (record.Body.Length, record.BodyLength));
    }

    [Fact]
    public async Task Who_waits_for_leave_to_send_is_refused_before()
    {
        await using var platform = await XoSimulator.StartAsync();
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, platform.Endpoint.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(
            Encoding.ASCII.GetBytes(
                "POST /api/v1.1/rest/bot/st-1/findIntent HTTP/1.1\r\nHost: localhost\r\nContent-Length: 50000000\r\nExpect: 100-continue\r\n\r\n"
            )
        );
        var buffer = new byte[4096];
        var read = await stream.ReadAsync(buffer);
        Assert.StartsWith("HTTP/1.1 401", Encoding.ASCII.GetString(buffer, 0, read), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_without_end_is_read_no_further_than_it_takes_to_refuse_it()
    {
        await using var platform = await XoSimulator.StartAsync();
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, platform.Endpoint.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(
            Encoding.ASCII.GetBytes(
                "POST /api/v1.1/rest/bot/st-1/findIntent HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n"
            )
        );
        byte[] chunk = [.. "100000\r\n"u8, .. new byte[0x100000], .. "\r\n"u8];
        var response = new byte[4096];
        var reading = stream.ReadAsync(response).AsTask();
        var sent = 0;
        while (!reading.IsCompleted)
        {
            Assert.InRange(++sent, 1, 100);
            await Task.WhenAny(reading, stream.WriteAsync(chunk).AsTask());
        }

        Assert.StartsWith("HTTP/1.1 401", Encoding.ASCII.GetString(response, 0, await reading), StringComparison.Ordinal);
        Assert.InRange(Assert.Single(platform.Requests).BodyLength, 16 * 1024 * 1024, 17 * 1024 * 1024);
    }
}
